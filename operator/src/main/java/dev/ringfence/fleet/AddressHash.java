package dev.ringfence.fleet;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Turns hardware addresses into 64 bits that tell them apart and nothing else. The salt is random
 * and lives as long as the count. A million addresses collide with a chance of 3 in 100 million.
 */
final class AddressHash {
  private final byte[] salt = new byte[16];
  private final MessageDigest digest;

  AddressHash() {
    new SecureRandom().nextBytes(salt);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  long of(long address) {
    digest.update(salt);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(address).array());
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
