package dev.ringfence.path;

import dev.ringfence.pki.PublicKeyInfo;
import dev.ringfence.pki.SignatureAlgorithm;
import java.util.Set;

/**
 * Signature algorithms and kinds of keys that a validator knows.
 *
 * @param signatures as {@link SignatureAlgorithm#name}
 * @param keys as {@link PublicKeyInfo#name}, without the size
 * @param everyKey keys that sign nothing on the path must be known as well
 * @param minimumStrength in bits of security, of each key and of each signature's hash but the
 *     anchor's; 0 if anything will do
 */
public record AlgorithmSupport(
    Set<String> signatures, Set<String> keys, boolean everyKey, int minimumStrength) {
  public AlgorithmSupport {
    signatures = Set.copyOf(signatures);
    keys = Set.copyOf(keys);
  }

  boolean knows(SignatureAlgorithm algorithm) {
    return signatures.contains(algorithm.name());
  }

  boolean knows(PublicKeyInfo key) {
    return keys.contains(kind(key));
  }

  private static String kind(PublicKeyInfo key) {
    return switch (key.type()) {
      case RSA -> "rsa";
      case RSASSA_PSS -> "rsassaPss";
      case DSA -> "dsa";
      default -> key.name();
    };
  }

  boolean strongEnough(PublicKeyInfo key) {
    return minimumStrength == 0 || strength(key) >= minimumStrength;
  }

  boolean strongEnough(SignatureAlgorithm algorithm) {
    return minimumStrength == 0 || strength(algorithm) >= minimumStrength;
  }

  /** NIST SP 800-57 part 1, table 2; edwards curves as their makers say. */
  private static int strength(PublicKeyInfo key) {
    return switch (key.type()) {
      case EC -> key.bits() / 2;
      case ED25519 -> 128;
      case ED448 -> 224;
      case OTHER -> Integer.MAX_VALUE;
      case RSA, RSASSA_PSS, DSA -> factoring(key.bits());
    };
  }

  private static int factoring(int bits) {
    if (bits < 1024) {
      return 0;
    }
    if (bits < 2048) {
      return 80;
    }
    return bits < 3072 ? 112 : 128;
  }

  /** Half of the hash's bits, less where collisions have been found. */
  private static int strength(SignatureAlgorithm algorithm) {
    return algorithm
        .hash()
        .map(
            hash ->
                switch (hash) {
                  case "MD2", "MD4", "MD5" -> 39;
                  case "SHA-1" -> 63;
                  case "SHA-224", "SHA-512/224", "SHA3-224" -> 112;
                  case "SHA-384", "SHA3-384" -> 192;
                  case "SHA-512", "SHA3-512" -> 256;
                  default -> 128;
                })
        .orElse(128);
  }
}
