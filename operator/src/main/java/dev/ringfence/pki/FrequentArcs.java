package dev.ringfence.pki;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Object identifiers right below the arcs that nearly every certificate names, spelled out once and
 * not for each certificate.
 */
final class FrequentArcs {
  private static final FrequentArcs[] ALL = {
    // Attributes of names, and extensions (ITU-T X.500).
    new FrequentArcs("2.5.4.", 0x55, 4),
    new FrequentArcs("2.5.29.", 0x55, 29),
    // PKCS #1 and the e-mail address of PKCS #9.
    new FrequentArcs("1.2.840.113549.1.1.", 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1),
    new FrequentArcs("1.2.840.113549.1.9.", 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9),
    // Extensions, key purposes and access methods of PKIX.
    new FrequentArcs("1.3.6.1.5.5.7.1.", 0x2b, 6, 1, 5, 5, 7, 1),
    new FrequentArcs("1.3.6.1.5.5.7.3.", 0x2b, 6, 1, 5, 5, 7, 3),
    new FrequentArcs("1.3.6.1.5.5.7.48.", 0x2b, 6, 1, 5, 5, 7, 48),
  };

  private final byte[] encoded;
  private final String[] below = new String[0x80];

  /**
   * @param encoded the contents octets of the arcs, each less than 256
   */
  private FrequentArcs(String arcs, int... encoded) {
    this.encoded = new byte[encoded.length];
    for (int i = 0; i < encoded.length; i++) {
      this.encoded[i] = (byte) encoded[i];
    }
    Arrays.setAll(below, last -> arcs + last);
  }

  /** The identifier with these contents octets; null if it is not one of those. */
  static @Nullable String oid(byte[] buffer, int start, int end) {
    int last = end - 1;
    if (last <= start || buffer[last] < 0) {
      return null;
    }
    for (var arcs : ALL) {
      if (Arrays.equals(arcs.encoded, 0, arcs.encoded.length, buffer, start, last)) {
        return arcs.below[buffer[last]];
      }
    }
    return null;
  }
}
