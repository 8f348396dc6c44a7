package dev.ringfence.pki;

import org.jspecify.annotations.Nullable;

/** Reads the values of one constructed value in order. */
final class DerCursor {
  private final byte[] buffer;
  private final int limit;
  private int position;

  DerCursor(byte[] buffer, int start, int limit) {
    this.buffer = buffer;
    this.position = start;
    this.limit = limit;
  }

  /** The only value of an array, which must end where the value ends. */
  static DerValue only(byte[] encoded, String what) {
    var cursor = new DerCursor(encoded, 0, encoded.length);
    var value = cursor.next(what);
    cursor.end(what);
    return value;
  }

  boolean hasNext() {
    return position < limit;
  }

  DerValue next(int tag, String what) {
    return next(what).expect(tag, what);
  }

  /** The next value if it has this tag, else null, and then nothing is consumed. */
  @Nullable DerValue optional(int tag, String what) {
    return hasNext() && (buffer[position] & 0xff) == tag ? next(what) : null;
  }

  DerValue next(String what) {
    if (!hasNext()) {
      throw new DerException(what + " is missing", position);
    }
    int start = position;
    var header = DerHeader.read(buffer, start, limit);
    int contentEnd =
        header.indefinite()
            ? DerScan.endOfContents(buffer, header.contentStart(), limit)
            : header.contentStart() + header.length();
    position = header.indefinite() ? contentEnd + 2 : contentEnd;
    return new DerValue(
        buffer, start, buffer[start] & 0xff, header.contentStart(), contentEnd, position);
  }

  void end(String what) {
    if (hasNext()) {
      throw new DerException(
          "%s is followed by %d unexpected bytes".formatted(what, limit - position), position);
    }
  }
}
