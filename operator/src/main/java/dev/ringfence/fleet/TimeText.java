package dev.ringfence.fleet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as the sources write them: 2026-11-05 14:33:00, 2026-11-05T14:33:00Z, 11/5/2026
 * 2:33:00 PM, 5.11.2026 14:33. A time without offset is read as UTC, which is wrong by less than a
 * day.
 */
record TimeText(DateOrder order) {
  private static final String TIME =
      "(?:(?:T|,? +)(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?)?"
          + " *(?<half>[AP]\\.?M\\.?)?(?<offset>Z|[+-]\\d{2}:?\\d{2})?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?i)(?<year>\\d{4})[-/.](?<first>\\d{1,2})[-/.](?<second0>\\d{1,2})" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?i)(?<first>\\d{1,2})(?<mark>[-/.])(?<second0>\\d{1,2})\\k<mark>(?<year>\\d{4})"
              + TIME);
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2060;
  private static final int NOON = 12;

  /** Nothing if the text is no date of a known form, or not a possible one. */
  Optional<Instant> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return instant(yearFirst, number(yearFirst, "first"), number(yearFirst, "second0"));
    }
    var yearLast = YEAR_LAST.matcher(text);
    if (!yearLast.matches()) {
      return Optional.empty();
    }
    int first = number(yearLast, "first");
    int second = number(yearLast, "second0");
    boolean dayFirst = order == DateOrder.DAY_FIRST || yearLast.group("mark").equals(".");
    return instant(yearLast, dayFirst ? second : first, dayFirst ? first : second);
  }

  /** Whether the text is a date in the order of day and month that this file does not use. */
  boolean isOfOtherOrder(String text) {
    var other =
        new TimeText(order == DateOrder.DAY_FIRST ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST);
    return parse(text).isEmpty() && other.parse(text).isPresent();
  }

  String contradiction() {
    return order == DateOrder.MONTH_FIRST
        ? "its date is written day first, while dates of this file are read month first; write dates"
            + " as 2026-11-05"
        : "its date is written month first, while dates of this file are read day first; write dates"
            + " as 2026-11-05";
  }

  private static Optional<Instant> instant(Matcher text, int month, int day) {
    int year = number(text, "year");
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    try {
      var offset = offset(text.group("offset"));
      return Optional.of(
          LocalDateTime.of(
                  year, month, day, hour(text), number(text, "minute"), number(text, "second"))
              .toInstant(offset));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int hour(Matcher text) {
    int hour = number(text, "hour");
    var half = text.group("half");
    if (half == null) {
      return hour;
    }
    if (hour > NOON) {
      throw new DateTimeException("an hour above 12 with AM or PM");
    }
    return hour % NOON + (half.toUpperCase(Locale.ROOT).startsWith("P") ? NOON : 0);
  }

  private static ZoneOffset offset(@Nullable String offset) {
    return offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset.toUpperCase(Locale.ROOT));
  }

  private static int number(Matcher text, String group) {
    var digits = text.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
