package dev.ringfence.pki;

import java.math.BigInteger;
import java.util.HexFormat;

/**
 * An address and a mask of the same length, as lower-case hexadecimal (RFC 5280 4.2.1.10): 8 digits
 * each for IPv4, 32 for IPv6.
 */
public record IpRange(String address, String mask) {
  public IpRange {
    boolean sound = address.length() == 8 || address.length() == 32;
    if (!sound || mask.length() != address.length()) {
      throw new IllegalArgumentException(
          "an IP range has an address of %d and a mask of %d hexadecimal digits, expected 8 or 32 each"
              .formatted(address.length(), mask.length()));
    }
  }

  /** Whether an address in the form of {@link SubjectAlternativeNames#ipAddresses} lies within. */
  public boolean contains(String ipAddress) {
    if (ipAddress.length() != address.length()) {
      return false;
    }
    var hex = HexFormat.of();
    byte[] base = hex.parseHex(address);
    byte[] bits = hex.parseHex(mask);
    byte[] other = hex.parseHex(ipAddress);
    for (int i = 0; i < base.length; i++) {
      if (((base[i] ^ other[i]) & bits[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether an address in the form of the same has 4 or 16 bytes. */
  public static boolean isAddress(String ipAddress) {
    return ipAddress.length() == 8 || ipAddress.length() == 32;
  }

  /** Whether the mask is a CIDR prefix: ones, then zeros. */
  public boolean contiguousMask() {
    return HexFormat.of().parseHex(mask).length * 8 == leadingOnes() + trailingZeros();
  }

  private int leadingOnes() {
    var inverted = new BigInteger(1, invert(HexFormat.of().parseHex(mask)));
    return mask.length() * 4 - inverted.bitLength();
  }

  private int trailingZeros() {
    var bits = new BigInteger(1, HexFormat.of().parseHex(mask));
    return bits.signum() == 0 ? mask.length() * 4 : bits.getLowestSetBit();
  }

  private static byte[] invert(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    return bytes;
  }
}
