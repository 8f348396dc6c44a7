package dev.ringfence.fleet;

import java.util.concurrent.TimeUnit;

/**
 * How long before the newest sighting of the inventory a phone was last seen. Groups are split by
 * it, so that one forgotten phone does not make all others look stale, or be hidden by them.
 */
enum Age {
  RECENT("", 30),
  OVER_30_DAYS(" not seen for 30 days", 60),
  OVER_60_DAYS(" not seen for 60 days", 90),
  OVER_90_DAYS(" not seen for 90 days", Long.MAX_VALUE),
  UNKNOWN(" last seen unknown", -1);

  private final String suffix;
  private final long days;

  Age(String suffix, long days) {
    this.suffix = suffix;
    this.days = days;
  }

  /** Distinguishes the names of groups. */
  String suffix() {
    return suffix;
  }

  /** Times in seconds since 2000. */
  static Age of(int time, int newest) {
    if (time == PhoneTable.UNKNOWN_TIME) {
      return UNKNOWN;
    }
    long age = (long) newest - time;
    for (var known : values()) {
      if (known == OVER_90_DAYS || age <= TimeUnit.DAYS.toSeconds(known.days)) {
        return known;
      }
    }
    return OVER_90_DAYS;
  }
}
