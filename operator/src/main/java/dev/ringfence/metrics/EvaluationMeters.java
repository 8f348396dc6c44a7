package dev.ringfence.metrics;

import dev.ringfence.policy.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts evaluations and times them. */
public final class EvaluationMeters {
  private static final double[] SECONDS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5};
  private static final double NANOS = 1e9;

  private final PrometheusMeterRegistry registry;
  private final Map<Verdict, Counter> evaluations = new EnumMap<>(Verdict.class);
  private final Histogram duration;
  private final Counter renderings;

  public EvaluationMeters(PrometheusMeterRegistry registry) {
    this.registry = registry;
    for (Verdict verdict : Verdict.values()) {
      evaluations.put(
          verdict,
          Counter.builder(Meter.EVALUATIONS.name())
              .description(Meter.EVALUATIONS.help())
              .tag("verdict", verdict.label())
              .register(registry));
    }
    renderings =
        Counter.builder(Meter.REPORT_RENDERINGS.name())
            .description(Meter.REPORT_RENDERINGS.help())
            .register(registry);
    // A timer of Micrometer would add a maximum that decays, which nobody asked for.
    duration =
        Histogram.builder()
            .name(Meter.EVALUATION_DURATION.name())
            .help(Meter.EVALUATION_DURATION.help())
            .classicOnly()
            .withoutExemplars()
            .classicUpperBounds(SECONDS)
            .register(registry.getPrometheusRegistry());
  }

  public void evaluated(Verdict verdict, Duration took) {
    Counter counter = evaluations.get(verdict);
    if (counter != null) {
      counter.increment();
    }
    duration.observe(took.toNanos() / NANOS);
  }

  public void reportRendered() {
    renderings.increment();
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
