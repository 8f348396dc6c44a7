package dev.ringfence.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples on the page about resources are what the schemas admit, one for each kind. */
class ResourcesPageTest {
  private static final Pattern FENCE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final CrdSchemas schemas = new CrdSchemas();

  @Test
  void everyExampleIsAdmitted() throws IOException {
    for (JsonNode example : examples()) {
      assertThat(schemas.of(example.path("kind").asText()).validate(example))
          .as(example.path("kind").asText())
          .isEmpty();
    }
  }

  @Test
  void everyKindHasAnExample() throws IOException {
    assertThat(examples())
        .extracting(example -> example.path("kind").asText())
        .containsExactlyInAnyOrderElementsOf(schemas.kinds());
  }

  private static List<JsonNode> examples() throws IOException {
    List<JsonNode> examples = new ArrayList<>();
    Matcher matcher = FENCE.matcher(Files.readString(Path.of("docs/resources.md")));
    while (matcher.find()) {
      examples.add(YAML.readTree(matcher.group(1)));
    }
    return examples;
  }
}
