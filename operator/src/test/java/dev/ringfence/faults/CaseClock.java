package dev.ringfence.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still at what a scenario says, as far off as a fault puts it. */
final class CaseClock extends Clock {
  static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

  private volatile Instant now = START;
  private volatile Duration skew = Duration.ZERO;

  void moveTo(Instant instant) {
    now = instant;
  }

  void skew(Duration by) {
    skew = by;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now.plus(skew);
  }
}
