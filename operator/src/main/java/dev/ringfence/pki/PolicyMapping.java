package dev.ringfence.pki;

/** One pair of policy identifiers of RFC 5280 4.2.1.5. */
public record PolicyMapping(String issuerDomainPolicy, String subjectDomainPolicy) {}
