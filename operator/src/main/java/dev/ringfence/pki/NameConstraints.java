package dev.ringfence.pki;

/** RFC 5280 4.2.1.10, as written: nothing is matched here. */
public record NameConstraints(
    GeneralSubtrees permitted, GeneralSubtrees excluded, boolean critical) {}
