package dev.ringfence.pki;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads NameConstraints (RFC 5280 4.2.1.10). */
final class NameConstraintsReader {
  private NameConstraintsReader() {}

  static NameConstraints read(DerValue value, boolean critical) {
    var what = "the name constraints";
    var parts = value.expect(DerValue.SEQUENCE, what).children();
    var permitted = parts.optional(DerValue.constructed(0), what);
    var excluded = parts.optional(DerValue.constructed(1), what);
    parts.end(what);
    return new NameConstraints(subtrees(permitted), subtrees(excluded), critical);
  }

  private static GeneralSubtrees subtrees(@Nullable DerValue list) {
    if (list == null) {
      return GeneralSubtrees.NONE;
    }
    var names = new GeneralNames();
    boolean distances = false;
    var subtrees = list.children();
    while (subtrees.hasNext()) {
      var subtree = subtrees.next(DerValue.SEQUENCE, "a name constraint").children();
      names.add(subtree.next("a name constraint"));
      var minimum = subtree.optional(DerValue.primitive(0), "a minimum distance");
      var maximum = subtree.optional(DerValue.primitive(1), "a maximum distance");
      subtree.end("a name constraint");
      distances |= maximum != null || (minimum != null && minimum.count("a minimum distance") != 0);
    }
    return new GeneralSubtrees(
        names.dnsNames,
        names.emails,
        ranges(names.ipAddresses, list),
        names.uris,
        names.directoryNames,
        names.otherKinds,
        distances);
  }

  private static List<IpRange> ranges(List<String> addresses, DerValue list) {
    var ranges = new ArrayList<IpRange>();
    for (var hex : addresses) {
      int half = hex.length() / 2;
      if (half != 8 && half != 32) {
        throw list.fail(
            "an IP address constraint has %d bytes, expected 8 or 32"
                .formatted(HexFormat.of().parseHex(hex).length));
      }
      ranges.add(new IpRange(hex.substring(0, half), hex.substring(half)));
    }
    return ranges;
  }
}
