package dev.ringfence.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart of this project, as the tests see it. */
final class Chart {
  static final Path FOLDER = Path.of("..", "helm", "ringfence");
  static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Chart() {}

  static List<JsonNode> render(Map<String, ?> values, Path... valuesFiles) throws IOException {
    return render(FOLDER, values, valuesFiles);
  }

  /** With the hooks of the chart, which a rendering leaves out: in a copy they are no hooks. */
  static List<JsonNode> renderWithHooks(Path copy, Map<String, ?> values, Path... valuesFiles)
      throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(FOLDER.relativize(file));
        Files.createDirectories(target.getParent());
        Files.writeString(target, Files.readString(file).replace("helm.sh/hook:", "hook:"));
      }
    }
    return render(copy, values, valuesFiles);
  }

  private static List<JsonNode> render(Path chart, Map<String, ?> values, Path... valuesFiles)
      throws IOException {
    TemplateCommand command =
        new Helm(chart)
            .template()
            .withName("gate")
            .withNamespace("ringfence-system")
            .withKubeVersion("1.36.4");
    for (Path file : valuesFiles) {
      command = command.withValuesFile(file);
    }
    for (Map.Entry<String, ?> value : values.entrySet()) {
      command = command.set(value.getKey(), value.getValue());
    }
    return documents(command.call());
  }

  static List<JsonNode> documents(String yaml) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    try (MappingIterator<JsonNode> values = YAML.readerFor(JsonNode.class).readValues(yaml)) {
      values.forEachRemaining(documents::add);
    }
    documents.removeIf(document -> !document.isObject());
    return documents;
  }

  static List<JsonNode> ofKind(List<JsonNode> objects, String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind)).toList();
  }

  static JsonNode only(List<JsonNode> objects, String kind) {
    List<JsonNode> found = ofKind(objects, kind);
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " objects of kind " + kind + ", expected 1");
    }
    return found.get(0);
  }

  /** The rules of every Role and ClusterRole. */
  static List<JsonNode> rules(List<JsonNode> objects) {
    List<JsonNode> rules = new ArrayList<>();
    for (String kind : List.of("ClusterRole", "Role")) {
      ofKind(objects, kind).forEach(role -> role.path("rules").forEach(rules::add));
    }
    return rules;
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
