package dev.ringfence.pki;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** RFC 5280 4.2.1.3. An extension without any bit set is an empty set. */
public record KeyUsage(Set<Use> uses, boolean critical) {

  /** One bit of the extension. */
  public enum Use {
    DIGITAL_SIGNATURE(0),
    CONTENT_COMMITMENT(1),
    KEY_ENCIPHERMENT(2),
    DATA_ENCIPHERMENT(3),
    KEY_AGREEMENT(4),
    KEY_CERT_SIGN(5),
    CRL_SIGN(6),
    ENCIPHER_ONLY(7),
    DECIPHER_ONLY(8);

    private final int bit;

    Use(int bit) {
      this.bit = bit;
    }

    int bit() {
      return bit;
    }
  }

  public KeyUsage {
    var copy = EnumSet.noneOf(Use.class);
    copy.addAll(uses);
    uses = Collections.unmodifiableSet(copy);
  }

  public boolean allows(Use use) {
    return uses.contains(use);
  }
}
