package dev.ringfence.pki;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The extensions of one certificate, those that are understood decoded. */
record Extensions(
    List<String> oids,
    List<String> criticalOids,
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
    OptionalInt inhibitAnyPolicy) {}
