package dev.ringfence.pki;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Foreign text made fit to be shown. In text from certificates, characters that a terminal would
 * obey or that reorder text are written as {@code \XX}, the bytes of their UTF-8 form (RFC 4514
 * 2.4).
 */
public final class PrintableText {
  private static final int MAX_BRIEF = 100;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PrintableText() {}

  /**
   * Foreign text as a message quotes it: what a terminal would obey, what reorders text and what
   * ends a line is a question mark.
   */
  public static String masked(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }

  /**
   * Like {@link #masked(String)}, and what is long is cut.
   *
   * @param most how many characters are shown
   */
  public static String masked(String text, int most) {
    return text.length() <= most ? masked(text) : masked(text.substring(0, most)) + "...";
  }

  /** Escaped as an attribute value of RFC 4514. */
  static String rfc4514(String text) {
    return escape(text, ",+\"\\<>;", true);
  }

  /** Readable by itself: only what must not reach a terminal is escaped. */
  public static String plain(String text) {
    return escape(text, "", false);
  }

  /** Like {@link #plain}, and what is long is cut. */
  static String brief(String text) {
    int length = text.length();
    boolean fits = length <= MAX_BRIEF;
    return plain(fits ? text : text.substring(0, MAX_BRIEF)) + (fits ? "" : "...");
  }

  private static String escape(String text, String special, boolean edges) {
    return isOrdinary(text) ? text : escapeEach(text, special, edges);
  }

  /** What nearly every name is made of needs no second look. */
  private static boolean isOrdinary(String text) {
    int last = text.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean mark = c == '-' || c == '.' || (c == ' ' && i > 0 && i < last);
      if (!letter && !mark && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static String escapeEach(String text, String special, boolean edges) {
    var escaped = new StringBuilder(text.length() + 8);
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      int point = points[i];
      boolean outermost = i == 0 || i == points.length - 1;
      boolean edge = edges && ((point == ' ' && outermost) || (point == '#' && i == 0));
      if (unsafe(point)) {
        for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
          escaped.append('\\').append(HEX.toHexDigits(octet));
        }
      } else if (edge || special.indexOf(point) >= 0) {
        escaped.append('\\').appendCodePoint(point);
      } else {
        escaped.appendCodePoint(point);
      }
    }
    return escaped.toString();
  }

  private static boolean unsafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
