package dev.ringfence.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrdFilesTest {
  private static final String WRITE = "ringfence.crds.write";

  private final SortedMap<String, String> generated = CrdFiles.generate();

  @BeforeAll
  void writeIfAsked() throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(CrdFiles.FOLDER);
      for (Map.Entry<String, String> file : generated.entrySet()) {
        Files.writeString(CrdFiles.FOLDER.resolve(file.getKey()), file.getValue());
      }
    }
  }

  @Test
  void theFilesAreWhatTheRecordsSay() {
    for (Map.Entry<String, String> file : generated.entrySet()) {
      assertThat(CrdFiles.FOLDER.resolve(file.getKey()))
          .as("regenerate with -D%s=true", WRITE)
          .exists()
          .content()
          .isEqualTo(file.getValue());
    }
  }

  @Test
  void theFolderHoldsNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(CrdFiles.FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(generated.keySet());
    }
  }

  /** Server-side apply answers 500 to a rule that is there twice. */
  @Test
  void noRuleIsThereTwice() {
    assertThat(schemas())
        .flatExtracting(schema -> schema.findValues("x-kubernetes-validations"))
        .isNotEmpty()
        .allSatisfy(rules -> assertThat(rules).doesNotHaveDuplicates());
  }

  @Test
  void everyRuleSaysWhatToWrite() {
    assertThat(schemas())
        .flatExtracting(schema -> schema.findValues("x-kubernetes-validations"))
        .allSatisfy(
            rules ->
                assertThat(rules)
                    .allSatisfy(rule -> assertThat(rule.path("message").asText()).isNotBlank()));
  }

  @Test
  void anUnseenResourceIsNotTakenForACurrentOne() {
    assertThat(schemas())
        .allSatisfy(
            schema -> {
              assertThat(schema.at("/properties/status/default"))
                  .hasToString("{\"observedGeneration\":-1}");
              assertThat(schema.path("required")).hasToString("[\"spec\"]");
              JsonNode conditions = schema.at("/properties/status/properties/conditions");
              assertThat(conditions.path("x-kubernetes-list-type").asText()).isEqualTo("map");
              assertThat(conditions.path("x-kubernetes-list-map-keys")).hasToString("[\"type\"]");
              assertThat(conditions.at("/items/required").toString()).contains("\"type\"");
            });
  }

  @Test
  void aStatusHasOneOwner() {
    assertThat(schemas())
        .allSatisfy(
            schema ->
                assertThat(schema.at("/properties/status/x-kubernetes-map-type").asText())
                    .isEqualTo("atomic"));
  }

  @Test
  void everyFieldIsDescribed() {
    assertThat(schemas())
        .allSatisfy(
            schema ->
                assertThat(schema.findValues("properties"))
                    .allSatisfy(
                        properties ->
                            assertThat(properties)
                                .allSatisfy(
                                    field -> assertThat(field.has("description")).isTrue())));
  }

  @Test
  void theAgeIsTheLastColumn() {
    assertThat(CrdFiles.definitions())
        .allSatisfy(
            definition -> {
              List<CustomResourceColumnDefinition> columns =
                  definition.getSpec().getVersions().get(0).getAdditionalPrinterColumns();
              assertThat(columns.get(columns.size() - 1).getName()).isEqualTo("Age");
            });
  }

  private static List<JsonNode> schemas() {
    return CrdFiles.definitions().stream()
        .map(definition -> definition.getSpec().getVersions().get(0).getSchema())
        .map(schema -> new ObjectMapper().<JsonNode>valueToTree(schema.getOpenAPIV3Schema()))
        .toList();
  }
}
