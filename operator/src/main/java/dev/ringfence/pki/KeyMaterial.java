package dev.ringfence.pki;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The numbers of a public key. */
sealed interface KeyMaterial {
  /**
   * Of type RSA or RSASSA-PSS.
   *
   * @param encodedModulus a positive INTEGER: most roots of a store are read and never asked to
   *     verify anything
   * @param restriction of a key of type RSASSA-PSS, null if any parameters will do
   */
  record Rsa(
      DerValue encodedModulus,
      BigInteger exponent,
      boolean pss,
      @Nullable PssParameters restriction)
      implements KeyMaterial {
    BigInteger modulus() {
      return encodedModulus.integer("the RSA modulus");
    }
  }

  record Dsa(BigInteger y, @Nullable DsaParameters parameters) implements KeyMaterial {}

  record DsaParameters(BigInteger p, BigInteger q, BigInteger g) {}

  /** A point as encoded in the certificate, on a named curve. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
  record Ec(String curveOid, byte[] point) implements KeyMaterial {}

  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
  record Edwards(boolean ed448, byte[] point) implements KeyMaterial {}

  /** A type that signatures are not verified with. */
  record Unknown() implements KeyMaterial {}
}
