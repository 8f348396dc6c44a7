package dev.ringfence.controller;

import java.time.Duration;
import java.time.Instant;

/** From an instant to the delay of a timer. */
final class Deadline {
  /** About 292 million years fit a timer; a day that far is none. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private Deadline() {}

  /** A millisecond late rather than early: a timer that fires early would find nothing changed. */
  static Duration delay(Instant now, Instant deadline) {
    Duration delay = Duration.between(now, deadline).plusMillis(1);
    if (delay.isNegative() || delay.isZero()) {
      return Duration.ofMillis(1);
    }
    return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
  }
}
