package dev.ringfence.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Key pairs by kind and label. The same label gives the same key in every run, and each is made
 * once in a test run.
 */
final class TestKeys {
  private static final Map<String, KeyPair> CACHE = new ConcurrentHashMap<>();

  private TestKeys() {}

  static KeyPair get(KeyKind kind, String label) {
    return CACHE.computeIfAbsent(kind + "/" + label, seed -> generate(kind, seed));
  }

  private static KeyPair generate(KeyKind kind, String seed) {
    try {
      var random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(seed.getBytes(StandardCharsets.UTF_8));
      return switch (kind) {
        case RSA_1024 -> generate("RSA", 1024, random);
        case RSA_2048, RSASSA_PSS_2048 -> generate("RSA", 2048, random);
        case RSA_3072 -> generate("RSA", 3072, random);
        case DSA_2048 -> generate("DSA", 2048, random);
        case ED25519 -> generate("Ed25519", 255, random);
        case EC_P256 -> curve("secp256r1", random);
        case EC_P384 -> curve("secp384r1", random);
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair generate(String algorithm, int bits, SecureRandom random)
      throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits, random);
    return generator.generateKeyPair();
  }

  private static KeyPair curve(String name, SecureRandom random) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(name), random);
    return generator.generateKeyPair();
  }
}
