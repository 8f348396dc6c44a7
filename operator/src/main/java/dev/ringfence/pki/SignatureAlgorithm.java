package dev.ringfence.pki;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The signature algorithm of a certificate. Equality compares the DER of the whole identifier. */
public final class SignatureAlgorithm {
  private final byte[] encoded;
  private final String oid;
  private final SignatureScheme scheme;
  private final @Nullable PssParameters pss;

  private SignatureAlgorithm(
      byte[] encoded, String oid, SignatureScheme scheme, @Nullable PssParameters pss) {
    this.encoded = encoded;
    this.oid = oid;
    this.scheme = scheme;
    this.pss = pss;
  }

  static SignatureAlgorithm read(DerValue identifier) {
    var what = "a signature algorithm";
    var parts = identifier.expect(DerValue.SEQUENCE, what).children();
    var oid = parts.next(DerValue.OID, what).oid(what);
    var parameters = parts.hasNext() ? parts.next(what) : null;
    parts.end(what);
    var scheme = SignatureScheme.byOid(oid);
    boolean isPss = scheme.family() == SignatureScheme.Family.RSA_PSS;
    return new SignatureAlgorithm(
        identifier.encoded(), oid, scheme, isPss ? PssParameters.read(parameters) : null);
  }

  /** For example {@code sha256WithRSAEncryption}; the object identifier if it is not known. */
  public String name() {
    return scheme.name().isEmpty() ? oid : scheme.name();
  }

  public String oid() {
    return oid;
  }

  /** For example {@code SHA-256}; empty if the algorithm is not known or names none. */
  public Optional<String> hash() {
    if (pss != null) {
      return Optional.of(pss.hash());
    }
    return scheme.hash().isEmpty() ? Optional.empty() : Optional.of(scheme.hash());
  }

  public boolean isRsaPss() {
    return pss != null;
  }

  /** Whether a key of this type can have made such a signature; nothing is verified. */
  public boolean fits(PublicKeyInfo key) {
    return switch (scheme.family()) {
      case RSA_PKCS1, RSA_PSS -> key.type() == KeyType.RSA || key.type() == KeyType.RSASSA_PSS;
      case ECDSA -> key.type() == KeyType.EC;
      case DSA -> key.type() == KeyType.DSA;
      case EDDSA -> scheme.name().equals(key.name());
      case UNKNOWN -> false;
    };
  }

  SignatureScheme scheme() {
    return scheme;
  }

  @Nullable PssParameters pss() {
    return pss;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignatureAlgorithm algorithm
        && Arrays.equals(encoded, algorithm.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return pss == null ? name() : name() + '/' + pss.hash();
  }
}
