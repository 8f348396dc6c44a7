package dev.ringfence.gather;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Instants as {@link Instant#parse} reads them. A pack of trust stores has hundreds. */
final class InstantText {
  private static final String USUAL = "0000-00-00T00:00:00Z";

  private InstantText() {}

  /** Empty if the text is no instant. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(isUsual(text) ? usual(text) : Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The form that nearly every instant has, without the end of a day and leap seconds. */
  private static boolean isUsual(String text) {
    if (text.length() != USUAL.length() || text.startsWith("24", 11) || text.startsWith("60", 17)) {
      return false;
    }
    for (int i = 0; i < USUAL.length(); i++) {
      char found = text.charAt(i);
      boolean digit = found >= '0' && found <= '9';
      if (USUAL.charAt(i) == '0' ? !digit : found != USUAL.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Instant usual(String text) {
    return LocalDateTime.of(
            100 * number(text, 0) + number(text, 2),
            number(text, 5),
            number(text, 8),
            number(text, 11),
            number(text, 14),
            number(text, 17))
        .toInstant(ZoneOffset.UTC);
  }

  /** Of two digits. */
  private static int number(String text, int start) {
    return 10 * (text.charAt(start) - '0') + text.charAt(start + 1) - '0';
  }
}
