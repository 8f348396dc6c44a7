package dev.ringfence.fleet;

/**
 * A file cannot be read as an inventory at all. The message is a full sentence that names the
 * source, the line where there is one, what was expected and what was found; it never quotes users,
 * addresses or serial numbers.
 */
public final class InventoryFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InventoryFormatException(String source, String problem) {
    super(source + ": " + problem + '.');
  }

  InventoryFormatException(String source, long line, String problem) {
    super("%s, line %d: %s.".formatted(source, line, problem));
  }
}
