package dev.ringfence.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages DER, the same way for the same seed. */
public final class Mutants {
  /** What is done to an encoding. */
  public enum Damage {
    TRUNCATED,
    BITS_FLIPPED,
    LENGTH_CHANGED
  }

  private static final int MOST_FLIPS = 8;
  private static final int[] LENGTHS = {0x00, 0x01, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xff};

  private final Random random;

  public Mutants(long seed) {
    this.random = new Random(seed);
  }

  /** A damaged copy. */
  public byte[] of(byte[] original, Damage damage) {
    return switch (damage) {
      case TRUNCATED -> Arrays.copyOf(original, random.nextInt(original.length));
      case BITS_FLIPPED -> bitsFlipped(original.clone());
      case LENGTH_CHANGED -> lengthChanged(original.clone());
    };
  }

  private byte[] bitsFlipped(byte[] copy) {
    for (int i = 1 + random.nextInt(MOST_FLIPS); i > 0; i--) {
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  /** One octet of one length: another form of length, or one more or less. */
  private byte[] lengthChanged(byte[] copy) {
    List<Integer> octets = lengthOctets(copy);
    int octet = octets.get(random.nextInt(octets.size()));
    copy[octet] =
        switch (random.nextInt(3)) {
          case 0 -> (byte) LENGTHS[random.nextInt(LENGTHS.length)];
          case 1 -> (byte) (copy[octet] + 1);
          default -> (byte) (copy[octet] - 1);
        };
    return copy;
  }

  /** The offsets of all octets of lengths in sound DER with tags of one octet. */
  private static List<Integer> lengthOctets(byte[] encoded) {
    var offsets = new ArrayList<Integer>();
    int position = 0;
    while (position < encoded.length) {
      boolean constructed = (encoded[position] & 0x20) != 0;
      int first = encoded[position + 1] & 0xff;
      int more = first < 0x80 ? 0 : first & 0x7f;
      int length = more == 0 ? first : 0;
      offsets.add(position + 1);
      for (int i = 0; i < more; i++) {
        offsets.add(position + 2 + i);
        length = length << 8 | (encoded[position + 2 + i] & 0xff);
      }
      position += 2 + more + (constructed ? 0 : length);
    }
    return offsets;
  }
}
