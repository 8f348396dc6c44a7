package dev.ringfence.controller;

import dev.ringfence.policy.RenewalReport;
import java.time.Instant;

/**
 * Messages name the instant judged. That it is later now is no news: in texts that are kept, it
 * stays the one at which the same was found first, so that nothing is written for it.
 *
 * @param now as the report names it
 * @param then as it is to read
 */
record JudgedInstant(String now, String then) {
  static JudgedInstant of(RenewalReport report, Instant then) {
    return new JudgedInstant(report.at().toString(), then.toString());
  }

  String in(String text) {
    return text.replace(now, then);
  }
}
