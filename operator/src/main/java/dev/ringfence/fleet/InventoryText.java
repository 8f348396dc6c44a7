package dev.ringfence.fleet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The characters of a file: UTF-8 with or without byte order mark, UTF-16 with one. Nothing is
 * replaced; bytes that are no text in the encoding are an error of the reader.
 *
 * @param head what the first {@link #HEAD_BYTES} say, for telling the format
 * @param complete whether the head is the whole text
 */
record InventoryText(Reader reader, String encoding, String head, boolean complete) {
  static final int HEAD_BYTES = 1 << 20;
  static final String UNDECODABLE =
      "the file has bytes that are not UTF-8, at or after this line; save it as UTF-8, or as"
          + " UTF-16 with a byte order mark";
  static final String NUL_FOUND =
      "the file has a NUL character, expected text in UTF-8, or in UTF-16 with a byte order mark";
  private static final int FIRST_CHARACTERS = 256;
  private static final int[] ZIP = {'P', 'K', 3, 4};
  private static final int[] UTF_8_MARK = {0xEF, 0xBB, 0xBF};
  private static final int[] UTF_16LE_MARK = {0xFF, 0xFE};
  private static final int[] UTF_16BE_MARK = {0xFE, 0xFF};

  static InventoryText open(InputStream in, String source) throws IOException {
    var start = in.readNBytes(HEAD_BYTES);
    if (startsWith(start, ZIP)) {
      throw new InventoryFormatException(
          source, "found a ZIP archive or an Excel workbook, expected text; export it as CSV");
    }
    var encoding = encoding(start);
    int mark = markLength(start);
    if (encoding.equals(StandardCharsets.UTF_8) && hasNul(start)) {
      throw new InventoryFormatException(source, NUL_FOUND);
    }
    var head = Arrays.copyOfRange(start, mark, start.length);
    var decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new InventoryText(
        new InputStreamReader(new SequenceInputStream(new ByteArrayInputStream(head), in), decoder),
        encoding.name() + (mark == 0 ? "" : " with a byte order mark"),
        new String(head, encoding),
        start.length < HEAD_BYTES);
  }

  private static Charset encoding(byte[] start) {
    if (startsWith(start, UTF_16LE_MARK)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(start, UTF_16BE_MARK) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  private static int markLength(byte[] start) {
    if (startsWith(start, UTF_8_MARK)) {
      return UTF_8_MARK.length;
    }
    return encoding(start).equals(StandardCharsets.UTF_8) ? 0 : UTF_16LE_MARK.length;
  }

  /** UTF-16 without mark shows in the first characters. */
  private static boolean hasNul(byte[] start) {
    for (int i = 0; i < Math.min(start.length, FIRST_CHARACTERS); i++) {
      if (start[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] start, int[] expected) {
    if (start.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((start[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
