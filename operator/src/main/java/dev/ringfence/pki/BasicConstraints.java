package dev.ringfence.pki;

import java.util.OptionalInt;

/** RFC 5280 4.2.1.9. */
public record BasicConstraints(boolean ca, OptionalInt pathLength, boolean critical) {}
