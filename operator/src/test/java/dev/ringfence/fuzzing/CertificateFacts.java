package dev.ringfence.fuzzing;

import dev.ringfence.pki.Certificate;
import java.util.List;

/** Everything that was read from a certificate, for comparing two readings. */
record CertificateFacts(List<Object> values) {
  static CertificateFacts of(Certificate certificate) {
    return new CertificateFacts(
        List.of(
            certificate.sha256(),
            certificate.sha1(),
            certificate.version(),
            certificate.serialNumber(),
            certificate.subject(),
            certificate.issuer(),
            certificate.subject().normalized(),
            certificate.issuer().rfc4514(),
            certificate.validity(),
            certificate.publicKey(),
            certificate.signatureAlgorithm(),
            certificate.basicConstraints(),
            certificate.keyUsage(),
            certificate.extendedKeyUsage(),
            certificate.subjectAlternativeNames(),
            certificate.nameConstraints(),
            certificate.subjectKeyIdentifier(),
            certificate.authorityKeyIdentifier(),
            certificate.caIssuersUrls(),
            certificate.netscapeCertType(),
            certificate.certificatePolicies(),
            certificate.policyMappings(),
            certificate.policyConstraints(),
            certificate.extensionOids(),
            certificate.undecodableExtensionOids(),
            certificate.toString()));
  }

  /** Names and extensions, which no input can have more of than bytes. */
  static int nodes(Certificate certificate) {
    return certificate.subject().size()
        + certificate.issuer().size()
        + certificate.extensionOids().size()
        + certificate.subjectAlternativeNames().count()
        + certificate.caIssuersUrls().size()
        + certificate.policyMappings().size()
        + certificate.extendedKeyUsage().map(List::size).orElse(0)
        + certificate.certificatePolicies().map(List::size).orElse(0);
  }
}
