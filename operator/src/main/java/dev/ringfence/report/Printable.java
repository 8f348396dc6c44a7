package dev.ringfence.report;

import java.util.Locale;

/**
 * Text of foreign origin (subjects, group names, file names) made safe for a terminal. What would
 * steer the terminal or turn the reading order is shown by its code point in braces, {@code u{1B}}
 * behind a backslash.
 */
public final class Printable {
  private Printable() {}

  /** One line: line ends are escaped too. */
  public static String line(String text) {
    if (isPrintable(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              if (isPrintable(point)) {
                safe.appendCodePoint(point);
              } else {
                safe.append("\\u{")
                    .append(Integer.toHexString(point).toUpperCase(Locale.ROOT))
                    .append('}');
              }
            });
    return safe.toString();
  }

  /** The number of terminal columns that a safe line fills: two for wide East Asian characters. */
  static int columns(String line) {
    return line.codePoints().map(Printable::columns).sum();
  }

  static int columns(int point) {
    if (point < 0x300) {
      return 1;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return Character.isIdeographic(point)
            || (point >= 0x1100 && point <= 0x115F)
            || (point >= 0x3000 && point <= 0x30FF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xFF01 && point <= 0xFF60)
            || (point >= 0x1F300 && point <= 0x1FAFF)
        ? 2
        : 1;
  }

  private static boolean isPrintable(String text) {
    return text.codePoints().allMatch(Printable::isPrintable);
  }

  private static boolean isPrintable(int point) {
    if (point < 0x7F) {
      return point >= 0x20;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
