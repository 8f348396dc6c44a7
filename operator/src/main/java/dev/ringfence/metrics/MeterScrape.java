package dev.ringfence.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The text of one scrape: OpenMetrics for those who ask for it, else the Prometheus format. */
public final class MeterScrape {
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;

  public MeterScrape(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Takes the values as they are now.
   *
   * @param accept the request's Accept header; empty: the Prometheus format
   */
  public Text read(String accept) {
    String contentType =
        accept.contains("application/openmetrics-text") ? OPEN_METRICS : PROMETHEUS;
    return new Text(contentType, registry.scrape(contentType));
  }

  /** What a scrape answers. */
  public record Text(String contentType, String text) {}
}
