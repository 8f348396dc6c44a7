package dev.ringfence.pki;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number to look names up by: equal for names that {@link DistinguishedName#matches} holds for,
 * and for few others. It is made of the attributes' values without white space, whatever their
 * case, string types and order. A name of ASCII text is not decoded for it, any other is.
 */
final class NameKey {
  private static final int MULTIPLIER = 0x9e3779b1;

  private final byte[] buffer;
  private int position;
  private int sum;

  private NameKey(byte[] buffer, int position) {
    this.buffer = buffer;
    this.position = position;
  }

  static int of(List<List<AttributeValue>> rdns) {
    int sum = 0;
    for (var rdn : rdns) {
      for (var attribute : rdn) {
        sum += of(attribute);
      }
    }
    return sum;
  }

  private static int of(AttributeValue attribute) {
    var text = attribute.folded();
    int key = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != ' ') {
        key = 31 * key + text.charAt(i);
      }
    }
    return spread(key);
  }

  /** Of an encoding; null if that has to be read for it, or is no name. */
  static @Nullable Integer of(DerValue name) {
    var walk = new NameKey(name.buffer(), name.offset());
    return walk.plain(name.end()) ? walk.sum : null;
  }

  private static int spread(int key) {
    int product = key * MULTIPLIER;
    return product ^ (product >>> 15);
  }

  /** Whether there is nothing but ASCII text in values of the usual lengths. */
  private boolean plain(int end) {
    int nameEnd = enter(DerValue.SEQUENCE, end);
    while (position < nameEnd) {
      int setEnd = enter(DerValue.SET, nameEnd);
      do {
        if (!attribute(setEnd)) {
          return false;
        }
      } while (position < setEnd);
    }
    return nameEnd == end;
  }

  private boolean attribute(int limit) {
    int end = enter(DerValue.SEQUENCE, limit);
    position = enter(DerValue.OID, end);
    if (position < 0 || position >= end || !DerValue.isByteString(buffer[position])) {
      return false;
    }
    return enter(buffer[position], end) == end && text(end);
  }

  private boolean text(int end) {
    int key = 0;
    for (; position < end; position++) {
      int c = buffer[position];
      if (c < 0) {
        return false;
      }
      if (c != ' ' && (c < '\t' || c > '\r')) {
        key = 31 * key + (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
      }
    }
    sum += spread(key);
    return true;
  }

  /** Goes to the content of a value of at most 255 bytes; returns its end, -1 if it is none. */
  private int enter(int tag, int limit) {
    if (position + 1 >= limit || buffer[position] != tag) {
      return -1;
    }
    int length = buffer[position + 1];
    position += 2;
    if (length == (byte) 0x81 && position < limit) {
      length = buffer[position++] & 0xff;
    }
    return length < 0 || length > limit - position ? -1 : position + length;
  }
}
