package dev.ringfence.testing;

import dev.ringfence.pki.KeyPurpose;
import java.time.Instant;

/**
 * Mints certificates in memory: {@code TestPki.endEntity(TestPki.intermediateCa(root).mint())}.
 * What is minted twice with the same settings is the same certificate if the signature algorithm is
 * deterministic (RSA PKCS#1 v1.5, Ed25519).
 */
public final class TestPki {
  /** An instant at which everything that is minted with default dates is valid. */
  public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private TestPki() {}

  /** Self-signed, {@code CN=Test Root CA}, RSA 2048, 2020 to 2040. */
  public static CertificateMint rootCa() {
    return ca(new CertificateMint(null, "CN=Test Root CA,O=Example"));
  }

  /** {@code CN=Test Issuing CA}, RSA 2048, 2020 to 2040. */
  public static CertificateMint intermediateCa(Minted issuer) {
    return ca(new CertificateMint(issuer, "CN=Test Issuing CA,O=Example"));
  }

  /**
   * For server authentication, {@code CN=pool.example.com} with the same DNS name, RSA 2048, the
   * year 2026, with a CRL distribution point.
   */
  public static CertificateMint endEntity(Minted issuer) {
    return new CertificateMint(issuer, "CN=pool.example.com")
        .valid(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T23:59:59Z"))
        .dnsNames("pool.example.com")
        .extendedKeyUsage(KeyPurpose.SERVER_AUTH)
        .keyUsage(CertificateMint.DIGITAL_SIGNATURE | CertificateMint.KEY_ENCIPHERMENT)
        .crlDistributionPoint("http://crl.example.com/ca.crl");
  }

  /** The same name and key again: change what shall differ, for example the dates. */
  public static CertificateMint reissue(Minted ca, Minted issuer) {
    return ca(new CertificateMint(issuer, ca.subject())).key(ca.keyKind(), ca.keyLabel());
  }

  /** A self-signed certificate with the name and key of another one. */
  public static CertificateMint reissueRoot(Minted root) {
    return ca(new CertificateMint(null, root.subject())).key(root.keyKind(), root.keyLabel());
  }

  private static CertificateMint ca(CertificateMint mint) {
    return mint.valid(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2039-12-31T23:59:59Z"))
        .ca(true)
        .keyUsage(CertificateMint.KEY_CERT_SIGN | CertificateMint.CRL_SIGN);
  }
}
