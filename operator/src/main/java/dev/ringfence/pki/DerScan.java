package dev.ringfence.pki;

/**
 * Walks an encoding without recursion before anything reads it, so that hostile nesting or a flood
 * of empty elements costs nothing but this walk.
 */
final class DerScan {
  private static final int MAX_ELEMENTS = 200_000;
  private static final int MAX_INDEFINITE_DEPTH = 1_000;

  private DerScan() {}

  /** Checks that every constructed value in one definite-length encoding is filled exactly. */
  static void check(byte[] buffer, int maxDepth) {
    var ends = new int[maxDepth + 1];
    ends[0] = buffer.length;
    int depth = 0;
    int elements = 0;
    int position = 0;
    while (position < buffer.length) {
      var header = DerHeader.read(buffer, position, ends[depth]);
      if (header.indefinite()) {
        throw new DerException("an ASN.1 value has an indefinite length, DER has none", position);
      }
      if (++elements > MAX_ELEMENTS) {
        throw new DerException(
            "more than %d ASN.1 elements, which is the limit".formatted(MAX_ELEMENTS), position);
      }
      int end = header.contentStart() + header.length();
      if (header.constructed() && header.length() > 0) {
        if (depth == maxDepth) {
          throw new DerException(
              "ASN.1 nesting is deeper than %d levels, which is the limit".formatted(maxDepth),
              position);
        }
        ends[++depth] = end;
        position = header.contentStart();
      } else {
        position = end;
      }
      while (depth > 0 && position == ends[depth]) {
        depth--;
      }
    }
  }

  /** The offset of the end-of-contents octets that close the indefinite value at {@code start}. */
  static int endOfContents(byte[] buffer, int start, int limit) {
    int open = 1;
    int position = start;
    while (true) {
      var header = DerHeader.read(buffer, position, limit);
      if (header.indefinite()) {
        if (++open > MAX_INDEFINITE_DEPTH) {
          throw new DerException("too many nested values of indefinite length", position);
        }
        position = header.contentStart();
      } else if (buffer[position] == 0 && header.length() == 0) {
        if (--open == 0) {
          return position;
        }
        position = header.contentStart();
      } else {
        position = header.contentStart() + header.length();
      }
    }
  }
}
