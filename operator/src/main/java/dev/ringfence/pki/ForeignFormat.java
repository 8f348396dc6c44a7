package dev.ringfence.pki;

import java.util.Optional;

/** Recognises what people hand in instead of a certificate, by structure alone. */
final class ForeignFormat {
  private ForeignFormat() {}

  /** What the encoding is, if it is one of the usual mistakes. */
  static Optional<String> recognise(byte[] encoded) {
    try {
      var parts = DerCursor.only(encoded, "").expect(DerValue.SEQUENCE, "").children();
      var first = parts.next("");
      if (first.tag() == DerValue.INTEGER) {
        return Optional.of(isPkcs12(first, parts) ? "a PKCS#12 key store" : "a private key");
      }
      if (first.tag() != DerValue.SEQUENCE) {
        return Optional.empty();
      }
      int second = parts.next("").tag();
      return switch (second) {
        case DerValue.OCTET_STRING -> Optional.of("an encrypted private key");
        case DerValue.BIT_STRING -> Optional.of("a public key without a certificate");
        default -> signed(first.children());
      };
    } catch (DerException e) {
      return Optional.empty();
    }
  }

  private static boolean isPkcs12(DerValue version, DerCursor rest) {
    var next = rest.next("");
    return version.count("") == 3
        && next.tag() == DerValue.SEQUENCE
        && next.children().next("").tag() == DerValue.OID
        && rest.hasNext()
        && rest.next("").tag() == DerValue.SEQUENCE;
  }

  /**
   * A request has a name where a certificate has its serial number's algorithm; a list has dates.
   */
  private static Optional<String> signed(DerCursor fields) {
    var first = fields.next("");
    boolean numbered = first.tag() == DerValue.INTEGER;
    var name = numbered ? fields.next("") : first;
    if (name.tag() != DerValue.SEQUENCE) {
      return Optional.empty();
    }
    var content = name.children();
    boolean isName = !content.hasNext() || content.next("").tag() == DerValue.SET;
    if (numbered && isName) {
      return Optional.of("a certificate signing request");
    }
    fields.next("");
    int date = fields.next("").tag();
    return date == DerValue.UTC_TIME || date == DerValue.GENERALIZED_TIME
        ? Optional.of("a certificate revocation list")
        : Optional.empty();
  }
}
