package dev.ringfence.api.v1alpha1;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The corpus without an API server. A file's head says {@code by: schema|rule|list}, where the
 * schema refuses it, and the message the API server gives. What a CEL rule ({@code -cel}) or a list
 * type refuses must pass the schema, else the case would prove nothing about the rule.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrdCorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/crds");
  private static final ObjectMapper YAML =
      JsonMapper.builder(new YAMLFactory())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final CrdSchemas schemas = new CrdSchemas();

  static List<Path> corpus() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void theSchemaRefusesWhatTheHeadSays(Path file) throws IOException {
    CorpusHead head = CorpusHead.of(Files.readString(file));
    assertThat(head.expectsRefusal())
        .isEqualTo(file.getFileName().toString().startsWith("invalid-"));
    assertThat(head.by().equals("rule")).isEqualTo(file.toString().endsWith("-cel.yaml"));
    for (JsonNode document : documents(file)) {
      String kind = document.path("kind").asText();
      assertThat(requireNonNull(file.getParent()))
          .endsWithRaw(Path.of(kind.toLowerCase(Locale.ROOT)));
      Set<ValidationMessage> messages = schemas.of(kind).validate(document);
      if (head.by().equals("schema")) {
        assertThat(messages)
            .extracting(m -> m.getInstanceLocation() + " " + m.getType())
            .containsExactly(head.at() + " " + head.keyword());
      } else {
        assertThat(messages).isEmpty();
      }
      if (head.by().equals("rule")) {
        assertThat(schemas.ruleMessages(kind)).contains(head.message());
      }
    }
  }

  @Test
  void everyRuleHasACaseThatItRefuses() throws IOException {
    for (String kind : schemas.kinds()) {
      Set<String> refusals = new TreeSet<>();
      for (Path file : corpus()) {
        if (requireNonNull(file.getParent()).endsWith(kind.toLowerCase(Locale.ROOT))) {
          refusals.add(CorpusHead.of(Files.readString(file)).message());
        }
      }
      assertThat(refusals).as(kind).containsAll(schemas.ruleMessages(kind));
    }
  }

  private static List<JsonNode> documents(Path file) throws IOException {
    try (MappingIterator<JsonNode> values =
        YAML.readerFor(JsonNode.class).readValues(Files.newInputStream(file))) {
      return values.readAll();
    }
  }
}
