package dev.ringfence.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowReaderTest {
  @Test
  void splitsFieldsAndStripsThem() throws IOException {
    assertThat(fields("a, b ,c\nd,,\n"))
        .containsExactly(List.of("a", "b", "c"), List.of("d", "", ""));
  }

  @Test
  void readsLinesThatEndWithLfCrlfCrOrTheFile() throws IOException {
    assertThat(fields("a\nb\r\nc\rd"))
        .containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
  }

  @Test
  void keepsSeparatorsQuotesAndLineBreaksWithinQuotes() throws IOException {
    assertThat(fields("\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\",\"\"\nnext"))
        .containsExactly(List.of("a,b", "say \"hi\"", "two\nlines", ""), List.of("next"));
  }

  @Test
  void countsLinesWithinQuotes() throws IOException {
    assertThat(rows("\"a\n\n\",b\n\nc\n", true)).extracting(Row::line).containsExactly(1L, 5L);
  }

  @Test
  void takesAQuoteWithinAFieldLiterally() throws IOException {
    assertThat(fields("5\" screen,b")).containsExactly(List.of("5\" screen", "b"));
  }

  @Test
  void takesEveryQuoteLiterallyWithoutQuoting() throws IOException {
    assertThat(rows("\"a,b\n", false)).extracting(Row::fields).containsExactly(List.of("\"a", "b"));
  }

  @Test
  void marksTextAfterAClosingQuote() throws IOException {
    assertThat(rows("\"a\"b,c\nd\n", true))
        .extracting(Row::defect)
        .containsExactly("text follows the closing quote of a field, expected a separator", null);
  }

  @Test
  void namesTheLineWhereAQuoteThatNeverEndsBegins() {
    assertThatThrownBy(() -> fields("a\nb,\"c\nd\n"))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessage(
            "inventory, line 2: a quoted field begins here and does not end before the file does.");
  }

  @Test
  void boundsTheLengthOfARow() throws IOException {
    assertThat(fields("x".repeat(RowReader.MAX_CHARACTERS - 1) + "\ny")).hasSize(2);
    assertThatThrownBy(() -> fields("a\n\"" + "x\n".repeat(RowReader.MAX_CHARACTERS)))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessage(
            "inventory, line 2: the row is longer than 65536 characters; a quote may be missing.");
  }

  @Test
  void boundsTheNumberOfFields() throws IOException {
    assertThat(fields(",".repeat(RowReader.MAX_FIELDS - 1)).get(0)).hasSize(RowReader.MAX_FIELDS);
    assertThatThrownBy(() -> fields(",".repeat(RowReader.MAX_FIELDS)))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessage("inventory, line 1: the row has more than 512 fields.");
  }

  @Test
  void refusesNul() {
    assertThatThrownBy(() -> fields("a\nb\0c"))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessageContaining("line 2: the file has a NUL character");
  }

  private static List<List<String>> fields(String text) throws IOException {
    return rows(text, true).stream().map(Row::fields).toList();
  }

  private static List<Row> rows(String text, boolean quoting) throws IOException {
    var reader = new RowReader(new StringReader(text), "inventory", ',', quoting);
    var rows = new ArrayList<Row>();
    for (var row = reader.next(); row != null; row = reader.next()) {
      rows.add(row);
    }
    return rows;
  }
}
