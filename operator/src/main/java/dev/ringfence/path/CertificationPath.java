package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.List;

/**
 * A certification path as built: end entity first, trust anchor last (RFC 5280 6.1 counts the other
 * way round and leaves the anchor out).
 *
 * @param heldFrom index of the first certificate that was taken from the trust store; the length if
 *     none was
 * @param anchorVouchedFor the store says of the anchor that it is trusted for the use at hand
 */
public record CertificationPath(
    List<Certificate> certificates, int heldFrom, boolean anchorVouchedFor) {
  public CertificationPath {
    certificates = List.copyOf(certificates);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(
          "a certification path has no certificate, expected 1 or more");
    }
    if (heldFrom < 0 || heldFrom > certificates.size()) {
      throw new IllegalArgumentException(
          "the first held certificate has index %d, expected 0 to %d"
              .formatted(heldFrom, certificates.size()));
    }
  }

  public CertificationPath(List<Certificate> certificates, int heldFrom) {
    this(certificates, heldFrom, false);
  }

  /** A path whose anchor alone comes from the trust store. */
  public CertificationPath(List<Certificate> certificates) {
    this(certificates, certificates.size() - 1);
  }

  public Certificate endEntity() {
    return certificates.get(0);
  }

  public Certificate anchor() {
    return certificates.get(certificates.size() - 1);
  }

  /** All but the anchor: the certificates whose signatures are verified. */
  public List<Certificate> signed() {
    return certificates.subList(0, certificates.size() - 1);
  }

  /** All but the end entity: the certificates that issued another one of the path. */
  public List<Certificate> issuers() {
    return certificates.subList(1, certificates.size());
  }

  /** The number of certificates, end entity and anchor included. */
  public int length() {
    return certificates.size();
  }
}
