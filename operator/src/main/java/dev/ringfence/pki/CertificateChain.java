package dev.ringfence.pki;

import java.util.List;

/** Certificates as served in TLS, end entity first (RFC 8446 4.4.2). */
public record CertificateChain(List<Certificate> certificates) {
  public CertificateChain {
    certificates = List.copyOf(certificates);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(
          "a certificate chain has no certificate, expected 1 or more");
    }
  }

  public Certificate endEntity() {
    return certificates.get(0);
  }

  /** Over the DER certificates in served order, duplicates kept; lower-case hexadecimal. */
  public String sha256() {
    return Fingerprint.sha256(certificates.stream().map(Certificate::encoded).toList());
  }
}
