package dev.ringfence.pki;

import java.math.BigInteger;

/** The signed part of a certificate (RFC 5280 4.1.2) and where it lies in the encoding. */
record TbsCertificate(
    int offset,
    int length,
    int version,
    BigInteger serialNumber,
    SignatureAlgorithm signature,
    DistinguishedName issuer,
    Validity validity,
    DistinguishedName subject,
    PublicKeyInfo publicKey,
    Extensions extensions) {}
