package dev.ringfence.testing;

/** Keys that {@link TestPki} can mint certificates for. */
public enum KeyKind {
  RSA_1024,
  RSA_2048,
  RSA_3072,
  /** An RSA key of 2048 bits whose type is RSASSA-PSS. */
  RSASSA_PSS_2048,
  EC_P256,
  EC_P384,
  DSA_2048,
  ED25519
}
