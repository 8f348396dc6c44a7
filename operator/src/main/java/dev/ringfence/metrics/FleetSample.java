package dev.ringfence.metrics;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the gauges need to know of one fleet: its phones in use, each counted once. */
public record FleetSample(
    String namespace, String fleet, Map<PhoneKind, Long> phones, @Nullable Instant observedAt) {
  public FleetSample {
    phones = Map.copyOf(phones);
  }
}
