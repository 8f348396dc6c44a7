package dev.ringfence.gather;

import dev.ringfence.catalog.CatalogDefect;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns the bytes of a file into text: UTF-8, or UTF-16 with a byte order mark. */
final class CatalogText {
  static final int MAX_BYTES = 16 * 1024 * 1024;

  private CatalogText() {}

  /**
   * The text without a byte order mark.
   *
   * @param source names the file in messages
   */
  static String decode(byte[] content, String source) {
    if (content.length > MAX_BYTES) {
      throw refused(
          source, "Expected at most %d bytes, found %d.".formatted(MAX_BYTES, content.length));
    }
    if (startsWith(content, 0xff, 0xfe)) {
      return decode(content, 2, StandardCharsets.UTF_16LE, source);
    }
    if (startsWith(content, 0xfe, 0xff)) {
      return decode(content, 2, StandardCharsets.UTF_16BE, source);
    }
    int start = startsWith(content, 0xef, 0xbb, 0xbf) ? 3 : 0;
    var text = decode(content, start, StandardCharsets.UTF_8, source);
    if (text.indexOf('\0') >= 0) {
      throw refused(
          source,
          "Expected UTF-8 text, found NUL characters: probably UTF-16 without a byte order mark.");
    }
    return text;
  }

  private static boolean startsWith(byte[] content, int... mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((content[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decode(byte[] content, int start, Charset charset, String source) {
    try {
      return charset
          .newDecoder()
          .decode(ByteBuffer.wrap(content, start, content.length - start))
          .toString();
    } catch (CharacterCodingException e) {
      throw refused(source, "Expected %s text, found other bytes.".formatted(charset.name()));
    }
  }

  private static CatalogFormatException refused(String source, String message) {
    return new CatalogFormatException(List.of(new CatalogDefect(source, "the file", message)));
  }
}
