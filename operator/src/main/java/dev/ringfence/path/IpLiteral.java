package dev.ringfence.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses as people write them; names are never looked up. */
final class IpLiteral {
  private static final Pattern V4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final int GROUPS = 8;

  private IpLiteral() {}

  /** The bytes as lower-case hexadecimal, 8 or 32 digits; empty if this is no IP address. */
  static Optional<String> hex(String text) {
    return text.indexOf(':') < 0 ? v4(text) : v6(text);
  }

  private static Optional<String> v4(String text) {
    var form = V4.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var hex = new StringBuilder();
    for (int i = 1; i <= form.groupCount(); i++) {
      int octet = Integer.parseInt(form.group(i));
      if (octet > 255) {
        return Optional.empty();
      }
      hex.append("%02x".formatted(octet));
    }
    return Optional.of(hex.toString());
  }

  private static Optional<String> v6(String text) {
    int gap = text.indexOf("::");
    var head = groups(gap < 0 ? text : text.substring(0, gap));
    var tail = groups(gap < 0 ? "" : text.substring(gap + 2));
    if (head.isEmpty() || tail.isEmpty()) {
      return Optional.empty();
    }
    int missing = GROUPS - head.get().size() - tail.get().size();
    if (gap < 0 ? missing != 0 : missing < 1) {
      return Optional.empty();
    }
    return Optional.of(
        String.join("", head.get()) + "0000".repeat(missing) + String.join("", tail.get()));
  }

  /** Four digits for each group; two groups for an IPv4 address in the last place. */
  private static Optional<List<String>> groups(String text) {
    var groups = new ArrayList<String>();
    if (text.isEmpty()) {
      return Optional.of(groups);
    }
    var parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      var v4 = i == parts.length - 1 ? v4(parts[i]) : Optional.<String>empty();
      if (v4.isPresent()) {
        groups.add(v4.get().substring(0, 4));
        groups.add(v4.get().substring(4));
      } else if (GROUP.matcher(parts[i]).matches()) {
        groups.add("%04x".formatted(Integer.parseInt(parts[i], 16)));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }
}
