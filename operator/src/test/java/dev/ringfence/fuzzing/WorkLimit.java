package dev.ringfence.fuzzing;

import dev.ringfence.testing.AllocationLimit;

/** Limits for a reader's own work. */
final class WorkLimit {
  /** What leads a fuzzer to new inputs allocates too, and more than what it watches. */
  private static final int WATCHED = 64;

  private WorkLimit() {}

  static AllocationLimit of(long fixed, long perByte) {
    int factor = System.getenv("JAZZER_FUZZ") == null ? 1 : WATCHED;
    return new AllocationLimit(factor * fixed, factor * perByte);
  }
}
