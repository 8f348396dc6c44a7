package dev.ringfence.pki;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The extensions of one certificate, those that are understood decoded.
 *
 * @param undecodableOids of extensions whose content is not what it should be; their values are
 *     absent
 */
record Extensions(
    List<String> oids,
    List<String> criticalOids,
    List<String> undecodableOids,
    Optional<BasicConstraints> basicConstraints,
    Optional<KeyUsage> keyUsage,
    Optional<List<String>> extendedKeyUsage,
    SubjectAlternativeNames subjectAlternativeNames,
    Optional<NameConstraints> nameConstraints,
    Optional<String> subjectKeyIdentifier,
    Optional<AuthorityKeyIdentifier> authorityKeyIdentifier,
    boolean crlDistributionPoints,
    List<String> caIssuersUrls,
    Optional<NetscapeCertType> netscapeCertType,
    Optional<List<String>> certificatePolicies,
    List<PolicyMapping> policyMappings,
    Optional<PolicyConstraints> policyConstraints,
    OptionalInt inhibitAnyPolicy) {

  Extensions withUndecodable(List<String> oids) {
    return new Extensions(
        this.oids,
        criticalOids,
        List.copyOf(oids),
        basicConstraints,
        keyUsage,
        extendedKeyUsage,
        subjectAlternativeNames,
        nameConstraints,
        subjectKeyIdentifier,
        authorityKeyIdentifier,
        crlDistributionPoints,
        caIssuersUrls,
        netscapeCertType,
        certificatePolicies,
        policyMappings,
        policyConstraints,
        inhibitAnyPolicy);
  }
}
