package dev.ringfence.pki;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A subject public key. Equality compares the SubjectPublicKeyInfo. */
public final class PublicKeyInfo {
  private final byte[] identity;
  private final String oid;
  private final KeyType type;
  private final int bits;
  private final @Nullable String curve;
  private final KeyMaterial material;
  private volatile @Nullable String spkiSha256;
  private volatile @Nullable VerificationKey verificationKey;

  /**
   * Takes the array as it is.
   *
   * @param identity what makes the key this one: the DER SubjectPublicKeyInfo as a rule
   */
  PublicKeyInfo(
      byte[] identity,
      String oid,
      KeyType type,
      int bits,
      @Nullable String curve,
      KeyMaterial material) {
    this.identity = identity;
    this.oid = oid;
    this.type = type;
    this.bits = bits;
    this.curve = curve;
    this.material = material;
  }

  public KeyType type() {
    return type;
  }

  /** Exact size of the modulus or of the curve's field; 0 if the type is OTHER. */
  public int bits() {
    return bits;
  }

  /** For an EC key the curve's name in SEC 2 or RFC 5639, else its object identifier. */
  public Optional<String> curve() {
    return Optional.ofNullable(curve);
  }

  /** SHA-256 over the DER SubjectPublicKeyInfo, lower-case hexadecimal. */
  public String spkiSha256() {
    var known = spkiSha256;
    if (known == null) {
      known = Fingerprint.sha256(identity);
      spkiSha256 = known;
    }
    return known;
  }

  /**
   * The id used by firmware catalogs: {@code rsa-2048}, {@code rsassaPss-2048}, {@code
   * ec-secp256r1}, {@code dsa-1024}, {@code ed25519}, {@code ed448} or {@code other-<oid>}. Sizes
   * are rounded up to whole bytes: some moduli of 2048 bits begin with a few zeros.
   */
  public String name() {
    return switch (type) {
      case RSA -> "rsa-" + wholeBytes();
      case RSASSA_PSS -> "rsassaPss-" + wholeBytes();
      case EC -> "ec-" + curve;
      case DSA -> "dsa-" + wholeBytes();
      case ED25519, ED448 -> type.name().toLowerCase(Locale.ROOT);
      case OTHER -> "other-" + oid;
    };
  }

  private int wholeBytes() {
    return (bits + 7) / 8 * 8;
  }

  /**
   * This key with the DSA parameters of the issuer's key if it has none of its own (RFC 3279
   * 2.3.2), else this key. The id of such a key is made of both keys' ids.
   */
  public PublicKeyInfo inheritParameters(PublicKeyInfo issuerKey) {
    if (material instanceof KeyMaterial.Dsa own
        && own.parameters() == null
        && issuerKey.material instanceof KeyMaterial.Dsa issuer
        && issuer.parameters() != null) {
      var inherited = new KeyMaterial.Dsa(own.y(), issuer.parameters());
      return new PublicKeyInfo(
          (spkiSha256() + issuerKey.spkiSha256()).getBytes(StandardCharsets.US_ASCII),
          oid,
          type,
          issuerKey.bits,
          null,
          inherited);
    }
    return this;
  }

  KeyMaterial material() {
    return material;
  }

  /** Prepared at the first use; preparing it twice at once would only cost time. */
  VerificationKey verificationKey() {
    var key = verificationKey;
    if (key == null) {
      key = VerificationKey.of(material);
      verificationKey = key;
    }
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof PublicKeyInfo key && Arrays.equals(identity, key.identity));
  }

  @Override
  public int hashCode() {
    return Certificate.hashOf(identity);
  }

  @Override
  public String toString() {
    return name();
  }
}
