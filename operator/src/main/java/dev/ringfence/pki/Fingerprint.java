package dev.ringfence.pki;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Hashes as lower-case hexadecimal text. */
public final class Fingerprint {
  private Fingerprint() {}

  public static String sha256(byte[] bytes) {
    return hash("SHA-256", List.of(bytes));
  }

  static String sha256(List<byte[]> parts) {
    return hash("SHA-256", parts);
  }

  static String sha1(byte[] bytes) {
    return hash("SHA-1", List.of(bytes));
  }

  private static String hash(String algorithm, List<byte[]> parts) {
    try {
      var digest = MessageDigest.getInstance(algorithm);
      parts.forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
