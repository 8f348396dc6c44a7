package dev.ringfence.path;

import dev.ringfence.pki.Certificate;

/** Compares an authority key identifier with the certificate it may point to (RFC 5280 4.2.1.1). */
final class KeyIdentifiers {
  private KeyIdentifiers() {}

  /** Whether nothing in the child's authority key identifier contradicts this issuer. */
  static boolean fit(Certificate child, Certificate issuer) {
    var authority = child.authorityKeyIdentifier();
    if (authority.isEmpty()) {
      return true;
    }
    var wanted = authority.get().keyIdentifier();
    var found = issuer.subjectKeyIdentifier();
    if (wanted.isPresent() && found.isPresent() && !wanted.equals(found)) {
      return false;
    }
    var serialNumber = authority.get().serialNumber();
    if (serialNumber.isPresent() && !serialNumber.get().equals(issuer.serialNumber())) {
      return false;
    }
    // Of several names the first counts, as in OpenSSL; more than one has not been seen.
    var names = authority.get().issuers();
    return names.isEmpty() || names.get(0).matches(issuer.issuer());
  }
}
