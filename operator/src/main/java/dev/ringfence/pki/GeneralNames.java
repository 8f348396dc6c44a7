package dev.ringfence.pki;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Collects GeneralName values (RFC 5280 4.2.1.6) by kind. */
final class GeneralNames {
  private static final int OTHER_NAME = DerValue.constructed(0);
  private static final int EMAIL = DerValue.primitive(1);
  private static final int DNS = DerValue.primitive(2);
  private static final int X400_ADDRESS = DerValue.constructed(3);
  private static final int DIRECTORY = DerValue.constructed(4);
  private static final int EDI_PARTY_NAME = DerValue.constructed(5);
  private static final int URI = DerValue.primitive(6);
  private static final int IP = DerValue.primitive(7);
  private static final int REGISTERED_ID = DerValue.primitive(8);

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
    } else if (tag == OTHER_NAME) {
      otherName(name.children());
    } else if (tag == X400_ADDRESS || tag == EDI_PARTY_NAME || tag == REGISTERED_ID) {
      otherKinds.add(tag & 0x1f);
    } else {
      throw name.fail("a general name has the unknown tag 0x%02x".formatted(tag));
    }
  }

  private void otherName(DerCursor parts) {
    var what = "a name of another type";
    parts.next(DerValue.OID, what);
    parts.next(DerValue.constructed(0), what);
    parts.end(what);
    otherKinds.add(0);
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
