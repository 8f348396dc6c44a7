package dev.ringfence.pki;

import java.time.DateTimeException;
import java.time.Instant;
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

  private TimeReader() {}

  static Instant read(DerValue value, String what) {
    boolean utc = value.tag() == DerValue.UTC_TIME;
    if (!utc) {
      value.expect(DerValue.GENERALIZED_TIME, what);
    }
    var text = value.contentLength() > LONGEST_FORM ? "" : value.ascii();
    var form = FORM.matcher(utc ? century(text) + text : text);
    if (!form.matches()) {
      throw value.fail(
          "%s is not written as %s".formatted(what, utc ? "YYMMDDHHMMSSZ" : "YYYYMMDDHHMMSSZ"));
    }
    try {
      return instant(form);
    } catch (DateTimeException e) {
      throw value.fail(what + " is a date that does not exist");
    }
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
