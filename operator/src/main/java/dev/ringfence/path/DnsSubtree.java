package dev.ringfence.path;

import java.util.Locale;
import java.util.regex.Pattern;

/** DNS names and their subtrees (RFC 5280 4.2.1.6 and 4.2.1.10). */
final class DnsSubtree {
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
  private static final int MAX_LENGTH = 253;

  private DnsSubtree() {}

  /** Preferred name syntax of RFC 1034 3.5 as modified by RFC 1123 2.1, at least one label. */
  static boolean isHostName(String text) {
    return text.length() <= MAX_LENGTH
        && text.split("\\.", -1).length > 0
        && Pattern.compile("\\.").splitAsStream(text + ".").allMatch(DnsSubtree::isLabel)
        && !text.endsWith(".");
  }

  /** A host name whose left-most label may be an asterisk. */
  static boolean isHostPattern(String text) {
    return isHostName(text.startsWith("*.") ? text.substring(2) : text);
  }

  private static boolean isLabel(String text) {
    return LABEL.matcher(text).matches();
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
