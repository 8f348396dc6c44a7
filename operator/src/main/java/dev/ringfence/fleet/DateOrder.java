package dev.ringfence.fleet;

import java.util.regex.Pattern;

/** How a file writes dates such as 11/5/2026. */
enum DateOrder {
  MONTH_FIRST,
  DAY_FIRST;

  private static final Pattern DATE =
      Pattern.compile("(?<!\\d)(\\d{1,2})[/-](\\d{1,2})[/-]20\\d{2}(?!\\d)");
  private static final int MONTHS = 12;

  /**
   * Told from dates that are possible in one order only. A text without one is read month first, as
   * the English report is written.
   */
  static DateOrder of(String text) {
    var matcher = DATE.matcher(text);
    while (matcher.find()) {
      if (Integer.parseInt(matcher.group(1)) > MONTHS) {
        return DAY_FIRST;
      }
      if (Integer.parseInt(matcher.group(2)) > MONTHS) {
        return MONTH_FIRST;
      }
    }
    return MONTH_FIRST;
  }
}
