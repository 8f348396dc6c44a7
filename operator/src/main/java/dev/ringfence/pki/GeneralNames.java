package dev.ringfence.pki;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Collects GeneralName values (RFC 5280 4.2.1.6) by kind. */
final class GeneralNames {
  private static final int EMAIL = DerValue.primitive(1);
  private static final int DNS = DerValue.primitive(2);
  private static final int DIRECTORY = DerValue.constructed(4);
  private static final int URI = DerValue.primitive(6);
  private static final int IP = DerValue.primitive(7);

  final List<String> emails = new ArrayList<>();
  final List<String> dnsNames = new ArrayList<>();
  final List<DistinguishedName> directoryNames = new ArrayList<>();
  final List<String> uris = new ArrayList<>();
  final List<String> ipAddresses = new ArrayList<>();
  final List<Integer> otherKinds = new ArrayList<>();

  static GeneralNames readAll(DerCursor names) {
    var all = new GeneralNames();
    while (names.hasNext()) {
      all.add(names.next("a general name"));
    }
    return all;
  }

  void add(DerValue name) {
    int tag = name.tag();
    if (tag == EMAIL) {
      emails.add(name.ascii());
    } else if (tag == DNS) {
      dnsNames.add(name.ascii());
    } else if (tag == DIRECTORY) {
      directoryNames.add(directoryName(name));
    } else if (tag == URI) {
      uris.add(name.ascii());
    } else if (tag == IP) {
      ipAddresses.add(HexFormat.of().formatHex(name.content()));
    } else if ((tag & 0xc0) == 0x80 && (tag & 0x1f) <= 8) {
      otherKinds.add(tag & 0x1f);
    } else {
      throw name.fail("a general name has the unknown tag 0x%02x".formatted(tag));
    }
  }

  private static DistinguishedName directoryName(DerValue explicit) {
    var content = explicit.children();
    var name = DistinguishedName.read(content.next("a directory name"));
    content.end("a directory name");
    return name;
  }

  int size() {
    return emails.size()
        + dnsNames.size()
        + directoryNames.size()
        + uris.size()
        + ipAddresses.size()
        + otherKinds.size();
  }
}
