package dev.ringfence.pki;

/** What a public key is for, as its algorithm identifier says. */
public enum KeyType {
  RSA,
  /** An RSA key that may be used with RSASSA-PSS only (RFC 4055 1.2). */
  RSASSA_PSS,
  /** An elliptic curve key on a named curve. */
  EC,
  DSA,
  ED25519,
  ED448,
  /** Anything else, explicit curve parameters included. */
  OTHER
}
