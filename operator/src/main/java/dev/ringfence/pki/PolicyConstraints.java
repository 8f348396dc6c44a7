package dev.ringfence.pki;

import java.util.OptionalInt;

/** RFC 5280 4.2.1.11, both values in certificates that may follow. */
public record PolicyConstraints(
    OptionalInt requireExplicitPolicy, OptionalInt inhibitPolicyMapping) {}
