package dev.ringfence.fleet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads texts and the examples as inventories. */
final class Inventories {
  static final String LYNC = "CPE/%1$s OCPhone/%1$s (Microsoft Lync Phone Edition)";
  private static final Path EXAMPLES = Path.of("examples", "inventories");

  private Inventories() {}

  static InventorySummary read(String text) {
    return read(text, InventoryFormat.AUTO);
  }

  static InventorySummary read(String text, InventoryFormat format) {
    return read(text.getBytes(StandardCharsets.UTF_8), format);
  }

  static InventorySummary read(byte[] bytes, InventoryFormat format) {
    try {
      return InventoryReader.read(
          new ByteArrayInputStream(bytes), format, "inventory", TestCatalogs.phones());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] example(String name) throws IOException {
    return Files.readAllBytes(EXAMPLES.resolve(name));
  }

  static String lync(String version) {
    return LYNC.formatted(version);
  }

  /** Phones by group name. */
  static Map<String, Long> phones(InventorySummary summary) {
    var phones = new TreeMap<String, Long>();
    summary.groups().forEach(group -> phones.put(group.name(), group.phones()));
    return phones;
  }
}
