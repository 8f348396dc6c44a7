package dev.ringfence.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;

/** The registry of one process: gauges from the current samples, and the evaluation meters. */
public final class Telemetry {
  /** Renewals that series may name. */
  private static final int MAX_RENEWALS = 200;

  /** Kinds of phones that series may name. */
  private static final int MAX_KINDS = 500;

  private final CurrentSamples samples = new CurrentSamples();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final EvaluationMeters meters = new EvaluationMeters(registry);

  public Telemetry(Clock clock) {
    registry
        .getPrometheusRegistry()
        .register(new SampleGauges(samples, clock, MAX_RENEWALS, MAX_KINDS));
  }

  public CurrentSamples samples() {
    return samples;
  }

  public EvaluationMeters meters() {
    return meters;
  }

  public MeterScrape scrape() {
    return new MeterScrape(registry);
  }
}
