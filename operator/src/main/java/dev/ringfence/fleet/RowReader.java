package dev.ringfence.fleet;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records as a stream, after RFC 4180 where fields may be quoted. Lines end with
 * LF, CRLF or CR. Records are bounded in length and number of fields.
 */
final class RowReader {
  static final int MAX_CHARACTERS = 65_536;
  static final int MAX_FIELDS = 512;
  private static final int END = -1;

  private final Reader in;
  private final String source;
  private final char separator;
  private final boolean quoting;
  private final List<String> fields = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private final char[] buffer = new char[8192];
  private int position;
  private int filled;
  private long line = 1;
  private int characters;
  private @Nullable String defect;

  /**
   * @param separator {@link Separator#NONE} if a line is one field
   * @param quoting whether a double quote at the start of a field quotes it
   */
  RowReader(Reader in, String source, char separator, boolean quoting) {
    this.in = in;
    this.source = source;
    this.separator = separator;
    this.quoting = quoting;
  }

  /** The next record that is not an empty line, or nothing at the end of the text. */
  @Nullable Row next() throws IOException {
    while (peek() != END) {
      long start = line;
      var row = record(start);
      if (row.fields().size() > 1 || !row.isBlank()) {
        return row;
      }
    }
    return null;
  }

  private Row record(long start) throws IOException {
    fields.clear();
    characters = 0;
    defect = null;
    boolean more = true;
    while (more) {
      if (fields.size() == MAX_FIELDS) {
        throw new InventoryFormatException(
            source, start, "the row has more than %d fields".formatted(MAX_FIELDS));
      }
      more = (quoting && peek() == '"') ? quoted(start) : unquoted(start);
      fields.add(field.toString().strip());
    }
    return new Row(start, fields, defect);
  }

  /** Reads to the end of the field; true if a separator ended it. */
  private boolean unquoted(long start) throws IOException {
    field.setLength(0);
    return rest(start);
  }

  private boolean rest(long start) throws IOException {
    while (true) {
      int c = read(start);
      if (c == END || c == '\n') {
        return false;
      }
      if (c == separator && separator != Separator.NONE) {
        return true;
      }
      field.append((char) c);
    }
  }

  private boolean quoted(long start) throws IOException {
    field.setLength(0);
    long opened = line;
    read(start);
    while (true) {
      int c = read(start);
      if (c == END) {
        throw new InventoryFormatException(
            source, opened, "a quoted field begins here and does not end before the file does");
      }
      if (c != '"') {
        field.append((char) c);
      } else if (peek() == '"') {
        field.append((char) read(start));
      } else {
        return afterQuote(start);
      }
    }
  }

  private boolean afterQuote(long start) throws IOException {
    int before = field.length();
    boolean more = rest(start);
    if (!field.substring(before).isBlank()) {
      defect = "text follows the closing quote of a field, expected a separator";
    }
    return more;
  }

  private int peek() throws IOException {
    if (position == filled) {
      try {
        filled = in.read(buffer, 0, buffer.length);
      } catch (CharacterCodingException e) {
        throw new InventoryFormatException(source, line, InventoryText.UNDECODABLE);
      }
      position = 0;
      if (filled <= 0) {
        filled = 0;
        return END;
      }
    }
    return buffer[position];
  }

  /** The next character; CRLF and CR are read as LF. */
  private int read(long start) throws IOException {
    int c = peek();
    if (c == END) {
      return END;
    }
    position++;
    if (++characters > MAX_CHARACTERS) {
      throw new InventoryFormatException(
          source,
          start,
          "the row is longer than %d characters; a quote may be missing".formatted(MAX_CHARACTERS));
    }
    if (c == 0) {
      throw new InventoryFormatException(source, line, InventoryText.NUL_FOUND);
    }
    if (c == '\r') {
      if (peek() == '\n') {
        position++;
      }
      c = '\n';
    }
    if (c == '\n') {
      line++;
    }
    return c;
  }
}
