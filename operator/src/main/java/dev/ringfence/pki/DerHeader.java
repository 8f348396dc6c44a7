package dev.ringfence.pki;

/**
 * Tag and length of one ASN.1 value (X.690 8.1).
 *
 * @param length of the content in bytes; 0 if indefinite
 */
record DerHeader(boolean constructed, boolean indefinite, int contentStart, int length) {

  /** Reads at {@code offset} and makes sure that the content ends at or before {@code limit}. */
  static DerHeader read(byte[] buffer, int offset, int limit) {
    int position = offset;
    int identifier = octet(buffer, position++, limit, offset);
    if ((identifier & 0x1f) == 0x1f) {
      while ((octet(buffer, position++, limit, offset) & 0x80) != 0) {
        if (position - offset > 5) {
          throw new DerException("an ASN.1 tag is longer than 5 bytes", offset);
        }
      }
    }
    boolean constructed = (identifier & 0x20) != 0;
    int first = octet(buffer, position++, limit, offset);
    if (first == 0x80) {
      if (!constructed) {
        throw new DerException("a primitive ASN.1 value has no definite length", offset);
      }
      return new DerHeader(true, true, position, 0);
    }
    long length = first;
    if (first > 0x80) {
      length = 0;
      for (int i = first & 0x7f; i > 0; i--) {
        length = length << 8 | octet(buffer, position++, limit, offset);
        if (length > Integer.MAX_VALUE) {
          break;
        }
      }
    }
    if (length > limit - position) {
      throw new DerException(
          "an ASN.1 value announces %s bytes, only %d remain"
              .formatted(
                  length > Integer.MAX_VALUE ? "more than 2 GiB of" : length, limit - position),
          offset);
    }
    return new DerHeader(constructed, false, position, (int) length);
  }

  private static int octet(byte[] buffer, int position, int limit, int offset) {
    if (position >= limit) {
      throw new DerException("an ASN.1 value ends within its tag or length", offset);
    }
    return buffer[position] & 0xff;
  }
}
