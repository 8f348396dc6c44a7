package dev.ringfence.path;

import java.util.Locale;

/** Subtrees of email addresses (RFC 5280 4.2.1.10, 7.5). */
final class MailSubtree {
  private MailSubtree() {}

  /** A whole mailbox, all mailboxes of a host, or with a dot in front those of its subdomains. */
  static boolean contains(String subtree, String address) {
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return false;
    }
    var host = lower(address.substring(at + 1));
    int wantedAt = subtree.lastIndexOf('@');
    if (wantedAt >= 0) {
      return lower(subtree.substring(wantedAt + 1)).equals(host)
          && subtree.substring(0, wantedAt).equals(address.substring(0, at));
    }
    var wanted = lower(subtree);
    return wanted.startsWith(".") ? host.endsWith(wanted) : host.equals(wanted);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
