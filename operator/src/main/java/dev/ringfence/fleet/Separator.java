package dev.ringfence.fleet;

import java.util.List;

/** What stands between the fields of a line. */
final class Separator {
  static final char NONE = '\0';
  static final List<Character> KNOWN = List.of(',', ';', '\t');

  private Separator() {}

  static String name(char separator) {
    return switch (separator) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      default -> "none";
    };
  }
}
