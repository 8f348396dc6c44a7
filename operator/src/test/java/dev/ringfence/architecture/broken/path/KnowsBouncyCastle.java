package dev.ringfence.architecture.broken.path;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Breaks rule 2. */
public record KnowsBouncyCastle(ASN1ObjectIdentifier algorithm) {}
