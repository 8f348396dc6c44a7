package dev.ringfence.architecture.broken.policy;

import java.time.Instant;

/** Breaks rule 3. */
public final class AsksForTheTime {
  public Instant answer() {
    return Instant.now();
  }
}
