package dev.ringfence.path;

import java.util.Locale;

/** DNS names and their subtrees (RFC 5280 4.2.1.6 and 4.2.1.10). */
final class DnsSubtree {
  private static final int MAX_LABEL = 63;
  private static final int MAX_LENGTH = 253;

  private DnsSubtree() {}

  /** Preferred name syntax of RFC 1034 3.5 as modified by RFC 1123 2.1, at least one label. */
  static boolean isHostName(String text) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    int start = 0;
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
      if (!isLabel(text, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return isLabel(text, start, text.length());
  }

  /** A host name whose left-most label may be an asterisk. */
  static boolean isHostPattern(String text) {
    return isHostName(text.startsWith("*.") ? text.substring(2) : text);
  }

  /** Letters, digits and, within, hyphens. */
  private static boolean isLabel(String text, int from, int to) {
    if (from == to || to - from > MAX_LABEL) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && (c != '-' || i == from || i == to - 1)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether zero or more labels on the left make the name from the subtree. A subtree with a dot in
   * front, which RFC 5280 does not know, stands for one label or more.
   */
  static boolean contains(String subtree, String name) {
    var wanted = lower(subtree);
    var given = lower(name);
    return wanted.isEmpty()
        || (wanted.startsWith(".") ? given.endsWith(wanted) : isWithin(wanted, given));
  }

  /** As {@link #contains}, or a name that a wildcard stands for is in the subtree. */
  static boolean mayContain(String subtree, String name) {
    if (contains(subtree, name)) {
      return true;
    }
    var wanted = lower(subtree);
    var given = lower(name);
    int firstDot = wanted.indexOf('.');
    return given.startsWith("*.")
        && firstDot > 0
        && wanted.substring(firstDot).equals(given.substring(1));
  }

  private static boolean isWithin(String wanted, String given) {
    return given.equals(wanted) || given.endsWith('.' + wanted);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
