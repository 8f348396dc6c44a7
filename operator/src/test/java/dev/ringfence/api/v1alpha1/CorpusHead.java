package dev.ringfence.api.v1alpha1;

/**
 * The comment at the head of a corpus file.
 *
 * @param by {@code schema}, {@code rule} or {@code list}; empty for a valid file
 * @param at JSON pointer of the value that the schema refuses
 * @param keyword of the schema
 * @param message what the API server's answer contains
 */
record CorpusHead(String by, String at, String keyword, String message) {
  static CorpusHead of(String text) {
    return new CorpusHead(
        value(text, "by"), value(text, "at"), value(text, "keyword"), value(text, "message"));
  }

  boolean expectsRefusal() {
    return !by.isEmpty();
  }

  private static String value(String text, String name) {
    String prefix = "# " + name + ":";
    return text.lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst()
        .orElse("");
  }
}
