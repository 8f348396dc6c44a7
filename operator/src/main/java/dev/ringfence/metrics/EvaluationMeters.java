package dev.ringfence.metrics;

import dev.ringfence.policy.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts evaluations and times them. */
public final class EvaluationMeters {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final Map<Verdict, Counter> evaluations = new EnumMap<>(Verdict.class);
  private final Timer duration;

  public EvaluationMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Verdict verdict : Verdict.values()) {
      evaluations.put(
          verdict,
          Counter.builder(Meter.EVALUATIONS.name())
              .description(Meter.EVALUATIONS.help())
              .tag("verdict", verdict.label())
              .register(registry));
    }
    duration =
        Timer.builder("ringfence_evaluation_duration")
            .description(Meter.EVALUATION_DURATION.help())
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
  }

  public void evaluated(Verdict verdict, Duration took) {
    Counter counter = evaluations.get(verdict);
    if (counter != null) {
      counter.increment();
    }
    duration.record(took);
  }

  /**
   * Counts a rule that threw.
   *
   * @param rule the id of a rule of this program, so the label stays bounded
   */
  public void ruleThrew(String rule) {
    Counter.builder(Meter.RULE_ERRORS.name())
        .description(Meter.RULE_ERRORS.help())
        .tag("rule", rule)
        .register(registry)
        .increment();
  }
}
