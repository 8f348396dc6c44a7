package dev.ringfence.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.api.v1alpha1.CrdFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartFilesTest {
  private static final String WRITE = "ringfence.chart.write";

  @Test
  void theFilesThatRepeatOthersAreUpToDate() throws IOException {
    SortedMap<String, String> generated = ChartFiles.generate();
    if (Boolean.getBoolean(WRITE)) {
      for (Map.Entry<String, String> file : generated.entrySet()) {
        Path target = Chart.FOLDER.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
    }
    for (Map.Entry<String, String> file : generated.entrySet()) {
      assertThat(Chart.FOLDER.resolve(file.getKey()))
          .as("write it with -D%s=true", WRITE)
          .exists()
          .content()
          .isEqualTo(file.getValue());
    }
  }

  @Test
  void noCopyOutlivesItsOriginal() throws IOException {
    List<String> copies = new ArrayList<>();
    for (Path folder : List.of(Path.of("files"), Path.of("templates"))) {
      try (Stream<Path> files = Files.walk(Chart.FOLDER.resolve(folder))) {
        files
            .filter(Files::isRegularFile)
            .map(file -> Chart.FOLDER.relativize(file).toString())
            .filter(file -> file.startsWith("files/") || file.contains("/crd-"))
            .forEach(copies::add);
      }
    }
    assertThat(ChartFiles.generate().keySet()).containsAll(copies);
  }

  /** Helm's idea of the definitions, apart from the annotation, is the project's. */
  @Test
  void theDefinitionsRenderAsTheyAreInTheProject() throws IOException {
    List<JsonNode> rendered =
        Chart.ofKind(Chart.render(Map.of()), "CustomResourceDefinition").stream()
            .map(definition -> definition.path("spec"))
            .toList();
    List<JsonNode> own = new ArrayList<>();
    for (String text : CrdFiles.generate().values()) {
      own.add(Chart.YAML.readTree(text).path("spec"));
    }
    assertThat(rendered).containsExactlyInAnyOrderElementsOf(own);
  }

  @Test
  void theDefinitionsOutliveTheRelease() throws IOException {
    assertThat(Chart.ofKind(Chart.render(Map.of()), "CustomResourceDefinition"))
        .isNotEmpty()
        .allSatisfy(
            definition ->
                assertThat(definition.at("/metadata/annotations/helm.sh~1resource-policy").asText())
                    .isEqualTo("keep"));
  }

  @Test
  void everyValueIsInTheSchemaAndEveryObjectOfItIsClosed() throws IOException {
    JsonNode schema =
        new ObjectMapper().readTree(Chart.FOLDER.resolve("values.schema.json").toFile());
    JsonNode values = Chart.YAML.readTree(Chart.FOLDER.resolve("values.yaml").toFile());

    assertThat(names("", values, schema)).isEmpty();
  }

  /** The packs that the schema offers are those in the jar. */
  @Test
  void thePacksOfferedAreThePacksThatThereAre() throws IOException {
    JsonNode schema =
        new ObjectMapper().readTree(Chart.FOLDER.resolve("values.schema.json").toFile());
    try (Stream<Path> packs = Files.list(Path.of("src/main/resources/catalog"))) {
      assertThat(Chart.texts(schema.at("/properties/catalogs/properties/packs/items/enum")))
          .containsExactlyInAnyOrderElementsOf(
              packs.map(pack -> pack.getFileName().toString().replace(".yaml", "")).toList());
    }
  }

  private static List<String> names(String path, JsonNode values, JsonNode schema) {
    List<String> wrong = new ArrayList<>();
    if (!schema.has("properties")) {
      return wrong;
    }
    if (schema.path("additionalProperties").asBoolean(true)) {
      wrong.add(path + " is open");
    }
    values
        .properties()
        .forEach(
            value -> {
              JsonNode property = schema.path("properties").path(value.getKey());
              String name = path + "/" + value.getKey();
              if (property.isMissingNode()) {
                wrong.add(name + " is not in the schema");
              }
              wrong.addAll(names(name, value.getValue(), property));
            });
    schema
        .path("properties")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!values.has(name) && !(path + name).equals("global")) {
                wrong.add(path + "/" + name + " has no default");
              }
            });
    return wrong;
  }
}
