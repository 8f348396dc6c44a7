package dev.ringfence.gather;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ringfence.pki.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/** SHA-256 of a tree, whatever the order of fields, the layout and the language it came in. */
final class ContentDigest {
  private ContentDigest() {}

  /** An empty list is as good as none. */
  static String of(JsonNode node) {
    var text = new StringBuilder();
    write(node, text);
    return Fingerprint.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      text.append('{');
      var names = new TreeSet<String>();
      node.fieldNames().forEachRemaining(names::add);
      for (var name : names) {
        var value = node.get(name);
        if (!value.isArray() || !value.isEmpty()) {
          quote(name, text);
          text.append(':');
          write(value, text);
          text.append(',');
        }
      }
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      node.forEach(
          item -> {
            write(item, text);
            text.append(',');
          });
      text.append(']');
    } else if (node.isTextual()) {
      quote(node.textValue(), text);
    } else {
      text.append(node.asText());
    }
  }

  /** As JSON, without a writer for each of thousands of texts. */
  private static void quote(String value, StringBuilder text) {
    text.append('"');
    JsonStringEncoder.getInstance().quoteAsString(value, text);
    text.append('"');
  }
}
