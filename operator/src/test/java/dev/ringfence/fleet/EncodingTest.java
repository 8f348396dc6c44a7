package dev.ringfence.fleet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodingTest {
  private static final String TEXT =
      "model,firmware,phones,site\r\nCX600,4.0.7577.4387,3,Zürich\r\n";

  static List<byte[]> encodings() {
    return List.of(
        TEXT.getBytes(UTF_8), marked(TEXT, UTF_8), marked(TEXT, UTF_16LE), marked(TEXT, UTF_16BE));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void readsTheSamePhonesFromEachEncoding(byte[] bytes) {
    assertThat(Inventories.phones(Inventories.read(bytes, InventoryFormat.AUTO)))
        .isEqualTo(Map.of("CX600 4.0.7577.4387 Zürich", 3L));
  }

  @Test
  void saysWhichEncodingWasRead() {
    assertThat(Inventories.read(marked(TEXT, UTF_16LE), InventoryFormat.AUTO).notes())
        .containsExactly(
            "inventory was read as a plain CSV with the columns model,firmware,phones,site,signIn:"
                + " UTF-16LE with a byte order mark, fields separated by comma.");
  }

  @Test
  void refusesOtherBytesThanUtf8() {
    assertThatThrownBy(() -> Inventories.read(TEXT.getBytes(ISO_8859_1), InventoryFormat.AUTO))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessage(
            "inventory, line 1: the file has bytes that are not UTF-8, at or after this line; save"
                + " it as UTF-8, or as UTF-16 with a byte order mark.");
  }

  @Test
  void refusesUtf16WithoutMark() {
    assertThatThrownBy(() -> Inventories.read(TEXT.getBytes(UTF_16LE), InventoryFormat.PLAIN))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessageContaining("NUL character, expected text in UTF-8, or in UTF-16");
  }

  @Test
  void refusesAWorkbook() {
    assertThatThrownBy(() -> Inventories.read("PK\3\4rest", InventoryFormat.AUTO))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessage(
            "inventory: found a ZIP archive or an Excel workbook, expected text; export it as CSV.");
  }

  private static byte[] marked(String text, Charset charset) {
    return ('\uFEFF' + text).getBytes(charset);
  }
}
