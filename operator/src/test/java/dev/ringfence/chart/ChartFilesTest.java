package dev.ringfence.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ringfence.api.v1alpha1.CrdFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChartFilesTest {
  private static final String WRITE = "ringfence.chart.write";

  @BeforeAll
  static void writeIfAsked() throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      for (Map.Entry<String, String> file : ChartFiles.generate().entrySet()) {
        Path target = Chart.FOLDER.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
    }
  }

  @Test
  void theFilesThatRepeatOthersAreUpToDate() throws IOException {
    SortedMap<String, String> generated = ChartFiles.generate();
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
    try (Stream<Path> files = Files.walk(Chart.FOLDER)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> Chart.FOLDER.relativize(file).toString())
          .filter(file -> file.startsWith("files/") || file.contains("/crd-"))
          .forEach(copies::add);
    }
    assertThat(copies).isNotEmpty();
    assertThat(ChartFiles.generate().keySet()).containsAll(copies);
  }

  /** Helm's idea of the definitions, apart from the annotation, is the project's. */
  @Test
  void theDefinitionsRenderAsTheyAreInTheProject() throws IOException {
    Map<String, JsonNode> rendered = new TreeMap<>();
    for (JsonNode definition : Chart.ofKind(Chart.render(Map.of()), "CustomResourceDefinition")) {
      rendered.put(definition.at("/spec/names/plural").asText() + ".yaml", definition.path("spec"));
    }
    SortedMap<String, String> own = CrdFiles.generate();

    assertThat(rendered).containsOnlyKeys(own.keySet());
    for (Map.Entry<String, String> file : own.entrySet()) {
      JsonNode spec = Chart.YAML.readTree(file.getValue()).path("spec");
      assertThat(spec.equals(rendered.get(file.getKey()))).as(file.getKey()).isTrue();
    }
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

  /** As many as the project has, which is none before its dashboards are written. */
  @Test
  void theAlertsAndDashboardsOfTheProjectAreInTheChart() throws IOException {
    List<JsonNode> objects =
        Chart.render(Map.of(), Chart.FOLDER.resolve("ci/observed-values.yaml"));
    Path alerts = Path.of("../dashboards/prometheus/alerts.yaml");
    JsonNode groups =
        Files.exists(alerts)
            ? Chart.YAML.readTree(alerts.toFile()).path("groups")
            : MissingNode.getInstance();

    assertThat(Chart.only(objects, "PrometheusRule").at("/spec/groups").equals(groups)).isTrue();
    assertThat(Chart.only(objects, "ConfigMap").path("data").size())
        .isEqualTo(count(Path.of("../dashboards/grafana")));
  }

  private static int count(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.filter(file -> file.toString().endsWith(".json")).count();
    }
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
