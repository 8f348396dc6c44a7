package dev.ringfence.gather;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.ringfence.catalog.CatalogDefect;
import dev.ringfence.pki.PrintableText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A YAML or JSON text as a tree that remembers which fields were written twice. Aliases are
 * refused: a small text could stand for a huge tree.
 */
record CatalogTree(JsonNode root, Map<JsonNode, List<String>> repeated) {
  private static final int MAX_DEPTH = 32;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A tree as a client read it: without repeated fields, and with lists where there were none. */
  static CatalogTree of(JsonNode root) {
    dropEmptyLists(root);
    return new CatalogTree(root, new IdentityHashMap<>());
  }

  private static void dropEmptyLists(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .removeIf(field -> field.getValue().isArray() && field.getValue().isEmpty());
    }
    node.forEach(CatalogTree::dropEmptyLists);
  }

  /** Descriptions such as {@code value (line 14)} of the fields that this object has twice. */
  List<String> repeatedIn(JsonNode object) {
    return repeated.getOrDefault(object, List.of());
  }

  static CatalogTree parse(String text, String source) {
    try (JsonParser parser = factoryFor(text).createParser(text)) {
      return new Reading(parser, source).document();
    } catch (JsonProcessingException e) {
      throw refused(source, place(e), problem(e));
    } catch (YAMLException e) {
      throw refused(source, "the file", "This is no YAML: " + firstLine(e) + ".");
    } catch (IOException e) {
      throw refused(source, "the file", "It cannot be read: " + firstLine(e) + ".");
    }
  }

  /** JSON goes to the JSON parser: YAML refuses the tabs that it may be indented with. */
  private static JsonFactory factoryFor(String text) {
    var constraints = StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build();
    if (text.stripLeading().startsWith("{")) {
      return JsonFactory.builder().streamReadConstraints(constraints).build();
    }
    var options = new LoaderOptions();
    options.setCodePointLimit(CatalogText.MAX_BYTES);
    options.setNestingDepthLimit(MAX_DEPTH);
    return YAMLFactory.builder().loaderOptions(options).streamReadConstraints(constraints).build();
  }

  private static String problem(JsonProcessingException e) {
    var problem =
        e.getCause() instanceof MarkedYAMLException marked && marked.getProblem() != null
            ? marked.getProblem()
            : e.getOriginalMessage();
    var line = problem == null ? "unknown" : problem.lines().findFirst().orElse("unknown");
    return "This is neither YAML nor JSON: " + line.strip().replaceAll("\\.$", "") + ".";
  }

  private static String firstLine(Exception e) {
    var message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("").strip();
  }

  private static String place(JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      var mark = marked.getProblemMark();
      return "line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
    }
    return place(e.getLocation());
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? "the file"
        : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  /** The message may quote the text, and the text may have characters that act on a terminal. */
  private static CatalogFormatException refused(String source, String place, String text) {
    return new CatalogFormatException(
        List.of(new CatalogDefect(source, place, PrintableText.masked(text))));
  }

  private record Reading(JsonParser parser, String source, Map<JsonNode, List<String>> repeated) {
    Reading(JsonParser parser, String source) {
      this(parser, source, new IdentityHashMap<>());
    }

    CatalogTree document() throws IOException {
      if (parser.nextToken() == null) {
        throw refused(source, "the file", "Expected a firmware catalog, found nothing.");
      }
      var root = value();
      if (parser.nextToken() != null) {
        throw refused(
            source,
            place(parser.currentTokenLocation()),
            "Expected one document, found another one after it.");
      }
      return new CatalogTree(root, repeated);
    }

    private JsonNode value() throws IOException {
      if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
        throw refused(
            source,
            place(parser.currentTokenLocation()),
            "Expected a value, found the alias *%s: write the value out."
                .formatted(CatalogFields.bounded(yaml.getText())));
      }
      return switch (parser.currentToken()) {
        case START_OBJECT -> object();
        case START_ARRAY -> array();
        case VALUE_STRING -> NODES.textNode(parser.getText());
        case VALUE_TRUE -> NODES.booleanNode(true);
        case VALUE_FALSE -> NODES.booleanNode(false);
        case VALUE_NULL -> NODES.nullNode();
        case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
        case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
        default ->
            throw refused(
                source,
                place(parser.currentTokenLocation()),
                "Expected text, a number, true, false, null, a list or fields, found %s."
                    .formatted(parser.currentToken()));
      };
    }

    private JsonNode object() throws IOException {
      var object = NODES.objectNode();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        var line = parser.currentTokenLocation().getLineNr();
        parser.nextToken();
        put(object, name, line, value());
      }
      return object;
    }

    private void put(ObjectNode object, String name, int line, JsonNode value) {
      if (object.has(name)) {
        repeated
            .computeIfAbsent(object, unused -> new ArrayList<>())
            .add("%s (again in line %d)".formatted(name, line));
      } else {
        object.set(name, value);
      }
    }

    private JsonNode array() throws IOException {
      var array = NODES.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value());
      }
      return array;
    }
  }
}
