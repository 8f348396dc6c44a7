package dev.ringfence.pki;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** One ASN.1 value as a window on the bytes it was read from: nothing is copied or re-encoded. */
final class DerValue {
  static final int BOOLEAN = 0x01;
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int OID = 0x06;
  static final int UTC_TIME = 0x17;
  static final int GENERALIZED_TIME = 0x18;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private static final int MAX_OID_BYTES = 128;

  private static final Charset UTF_32 = Charset.forName("UTF-32BE");

  private final byte[] buffer;
  private final int offset;
  private final int tag;
  private final int contentStart;
  private final int contentEnd;
  private final int end;

  DerValue(byte[] buffer, int offset, int tag, int contentStart, int contentEnd, int end) {
    this.buffer = buffer;
    this.offset = offset;
    this.tag = tag;
    this.contentStart = contentStart;
    this.contentEnd = contentEnd;
    this.end = end;
  }

  /** The tag byte of context-specific, constructed {@code [number]}. */
  static int constructed(int number) {
    return 0xa0 | number;
  }

  /** The tag byte of context-specific, primitive {@code [number]}. */
  static int primitive(int number) {
    return 0x80 | number;
  }

  /** What the offsets are offsets of. */
  byte[] buffer() {
    return buffer;
  }

  int tag() {
    return tag;
  }

  int offset() {
    return offset;
  }

  int end() {
    return end;
  }

  int contentLength() {
    return contentEnd - contentStart;
  }

  int encodedLength() {
    return end - offset;
  }

  DerCursor children() {
    return new DerCursor(buffer, contentStart, contentEnd);
  }

  byte[] content() {
    return Arrays.copyOfRange(buffer, contentStart, contentEnd);
  }

  byte[] encoded() {
    return Arrays.copyOfRange(buffer, offset, end);
  }

  boolean sameEncoding(DerValue other) {
    return Arrays.equals(buffer, offset, end, other.buffer, other.offset, other.end);
  }

  DerValue expect(int expected, String what) {
    if (tag != expected) {
      throw fail("%s has the tag 0x%02x, expected 0x%02x".formatted(what, tag, expected));
    }
    return this;
  }

  DerException fail(String message) {
    return new DerException(message, offset);
  }

  boolean booleanValue(String what) {
    if (contentLength() != 1) {
      throw fail("%s is a BOOLEAN of %d bytes, expected 1".formatted(what, contentLength()));
    }
    return buffer[contentStart] != 0;
  }

  BigInteger integer(String what) {
    if (contentLength() == 0) {
      throw fail(what + " is an INTEGER without content");
    }
    return new BigInteger(buffer, contentStart, contentLength());
  }

  /** How many bits an INTEGER has; 0 if it is not positive. */
  int positiveBits(String what) {
    if (contentLength() == 0) {
      throw fail(what + " is an INTEGER without content");
    }
    if (buffer[contentStart] < 0) {
      return 0;
    }
    int first = contentStart;
    while (first < contentEnd && buffer[first] == 0) {
      first++;
    }
    return first == contentEnd
        ? 0
        : (contentEnd - first) * Byte.SIZE
            - (Integer.numberOfLeadingZeros(buffer[first] & 0xff) - (Integer.SIZE - Byte.SIZE));
  }

  /** Of an INTEGER with content. */
  boolean isOdd() {
    return (buffer[contentEnd - 1] & 1) != 0;
  }

  /** A count that must not be negative; what exceeds an int is the largest int. */
  int count(String what) {
    var value = integer(what);
    if (value.signum() < 0) {
      throw fail(what + " is negative, expected 0 or more");
    }
    return value.bitLength() > 31 ? Integer.MAX_VALUE : value.intValue();
  }

  /** An octet of the content, which must have it. */
  byte octet(int number) {
    return buffer[contentStart + number];
  }

  /** Of a BIT STRING. */
  boolean isWholeBytes() {
    return contentLength() > 0 && buffer[contentStart] == 0;
  }

  /** The bytes of a BIT STRING that holds whole bytes. */
  byte[] bitStringBytes(String what) {
    if (!isWholeBytes()) {
      throw fail(what + " is not a BIT STRING of whole bytes");
    }
    return Arrays.copyOfRange(buffer, contentStart + 1, contentEnd);
  }

  /** The bits of a named bit list, bit 0 first. */
  BitSet bits(String what) {
    int unused = contentLength() == 0 ? -1 : buffer[contentStart];
    if (unused < 0 || unused > 7 || (contentLength() == 1 && unused != 0)) {
      throw fail(what + " is not a valid BIT STRING");
    }
    var bits = new BitSet();
    int count = (contentLength() - 1) * 8 - unused;
    for (int bit = 0; bit < count; bit++) {
      if ((buffer[contentStart + 1 + bit / 8] & (0x80 >> (bit % 8))) != 0) {
        bits.set(bit);
      }
    }
    return bits;
  }

  String oid(String what) {
    int length = contentLength();
    if (length == 0 || length > MAX_OID_BYTES || (buffer[contentEnd - 1] & 0x80) != 0) {
      throw fail(what + " is not a valid OBJECT IDENTIFIER");
    }
    var frequent = FrequentArcs.oid(buffer, contentStart, contentEnd);
    if (frequent != null) {
      return frequent;
    }
    var text = new StringBuilder(24);
    int start = contentStart;
    for (int i = contentStart; i < contentEnd; i++) {
      if ((buffer[i] & 0x80) == 0) {
        appendArc(text, start, i + 1);
        start = i + 1;
      }
    }
    return text.toString();
  }

  /** Nine octets of seven bits fit a long; longer arcs occur in identifiers made from UUIDs. */
  private void appendArc(StringBuilder text, int start, int end) {
    if (end - start > 9) {
      appendLongArc(text, start, end);
      return;
    }
    long arc = 0;
    for (int i = start; i < end; i++) {
      arc = arc << 7 | (buffer[i] & 0x7f);
    }
    if (text.length() > 0) {
      text.append('.').append(arc);
    } else {
      long root = Math.min(arc / 40, 2);
      text.append(root).append('.').append(arc - root * 40);
    }
  }

  private void appendLongArc(StringBuilder text, int start, int end) {
    var arc = BigInteger.ZERO;
    for (int i = start; i < end; i++) {
      arc = arc.shiftLeft(7).or(BigInteger.valueOf(buffer[i] & 0x7f));
    }
    if (text.length() > 0) {
      text.append('.').append(arc);
    } else {
      text.append("2.").append(arc.subtract(BigInteger.valueOf(80)));
    }
  }

  /** An IA5String, or its implicitly tagged form, one character for each byte. */
  String ascii() {
    return new String(buffer, contentStart, contentLength(), StandardCharsets.ISO_8859_1);
  }

  /** Whether a character is one byte, at least for ASCII, in the string type of a tag. */
  static boolean isByteString(int tag) {
    return switch (tag) {
      case 0x0c, 0x12, 0x13, 0x14, 0x16, 0x1a -> true;
      default -> false;
    };
  }

  /**
   * The text of one of ASN.1's character strings.
   *
   * @throws CharacterCodingException if the bytes are no text of this string type, or the type is
   *     no character string
   */
  String text() throws CharacterCodingException {
    var charset =
        switch (tag) {
          case 0x0c -> StandardCharsets.UTF_8;
          // NumericString, PrintableString, T61String (read as Latin-1, as everyone does),
          // IA5String, VisibleString
          case 0x12, 0x13, 0x14, 0x16, 0x1a -> StandardCharsets.ISO_8859_1;
          case 0x1c -> UTF_32;
          case 0x1e -> StandardCharsets.UTF_16BE;
          default -> throw new CharacterCodingException();
        };
    if (charset.equals(StandardCharsets.ISO_8859_1)) {
      return ascii();
    }
    var bytes = ByteBuffer.wrap(buffer, contentStart, contentLength());
    return charset.newDecoder().decode(bytes).toString();
  }
}
