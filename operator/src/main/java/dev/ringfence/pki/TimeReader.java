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

  /** Five numbers of two digits and the letter Z. */
  private static final int USUAL_AFTER_YEAR = 11;

  private TimeReader() {}

  static Instant read(DerValue value, String what) {
    boolean utc = value.tag() == DerValue.UTC_TIME;
    if (!utc) {
      value.expect(DerValue.GENERALIZED_TIME, what);
    }
    try {
      int year = utc ? 2 : 4;
      return value.contentLength() == year + USUAL_AFTER_YEAR && isUsual(value)
          ? usual(value, year)
          : unusual(value, utc, what);
    } catch (DateTimeException e) {
      throw value.fail(what + " is a date that does not exist");
    }
  }

  /** The form of RFC 5280, which nearly every date has, is read without the pattern. */
  private static boolean isUsual(DerValue value) {
    int last = value.contentLength() - 1;
    for (int i = 0; i < last; i++) {
      if (value.octet(i) < '0' || value.octet(i) > '9') {
        return false;
      }
    }
    return value.octet(last) == 'Z';
  }

  private static Instant usual(DerValue value, int digitsOfYear) {
    int year = number(value, digitsOfYear - 2);
    year += digitsOfYear == 4 ? 100 * number(value, 0) : year < 50 ? 2000 : 1900;
    return LocalDateTime.of(
            year,
            number(value, digitsOfYear),
            number(value, digitsOfYear + 2),
            number(value, digitsOfYear + 4),
            number(value, digitsOfYear + 6),
            number(value, digitsOfYear + 8))
        .toInstant(ZoneOffset.UTC);
  }

  /** Of two digits. */
  private static int number(DerValue value, int start) {
    return 10 * (value.octet(start) - '0') + value.octet(start + 1) - '0';
  }

  private static Instant unusual(DerValue value, boolean utc, String what) {
    var raw = value.contentLength() > LONGEST_FORM ? "" : value.ascii();
    var form = FORM.matcher(utc ? century(raw) + raw : raw);
    if (!form.matches()) {
      throw value.fail(
          "%s is not written as %s".formatted(what, utc ? "YYMMDDHHMMSSZ" : "YYYYMMDDHHMMSSZ"));
    }
    return instant(form);
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
