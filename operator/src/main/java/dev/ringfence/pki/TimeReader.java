package dev.ringfence.pki;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads UTCTime and GeneralizedTime. Beyond RFC 5280 4.1.2.5 it takes what old certificates hold:
 * no seconds, or an offset instead of {@code Z}.
 */
final class TimeReader {
  private static final Pattern FORM =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})?(Z|[+-]\\d{4})");
  private static final int LONGEST_FORM = 19;
  private static final int USUAL_FORM = 15;

  private TimeReader() {}

  static Instant read(DerValue value, String what) {
    boolean utc = value.tag() == DerValue.UTC_TIME;
    if (!utc) {
      value.expect(DerValue.GENERALIZED_TIME, what);
    }
    var raw = value.contentLength() > LONGEST_FORM ? "" : value.ascii();
    var text = utc ? century(raw) + raw : raw;
    var form = isUsual(text) ? null : FORM.matcher(text);
    if (form != null && !form.matches()) {
      throw value.fail(
          "%s is not written as %s".formatted(what, utc ? "YYMMDDHHMMSSZ" : "YYYYMMDDHHMMSSZ"));
    }
    try {
      return form == null ? usual(text) : instant(form);
    } catch (DateTimeException e) {
      throw value.fail(what + " is a date that does not exist");
    }
  }

  /** The form of RFC 5280, which nearly every date has, is read without the pattern. */
  private static boolean isUsual(String text) {
    if (text.length() != USUAL_FORM || text.charAt(USUAL_FORM - 1) != 'Z') {
      return false;
    }
    for (int i = 0; i < USUAL_FORM - 1; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static Instant usual(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 4, 6),
            number(text, 6, 8),
            number(text, 8, 10),
            number(text, 10, 12),
            number(text, 12, 14))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
  }

  private static String century(String text) {
    return !text.isEmpty() && text.charAt(0) >= '5' ? "19" : "20";
  }

  private static Instant instant(Matcher form) {
    return OffsetDateTime.of(
            number(form, 1),
            number(form, 2),
            number(form, 3),
            number(form, 4),
            number(form, 5),
            form.group(6) == null ? 0 : number(form, 6),
            0,
            form.group(7).equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(form.group(7)))
        .toInstant();
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }
}
