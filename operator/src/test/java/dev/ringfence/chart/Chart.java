package dev.ringfence.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The chart of this project, as the tests see it. */
final class Chart {
  static final Path FOLDER = Path.of("..", "helm", "ringfence");
  static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Chart() {}

  static List<JsonNode> render(Map<String, ?> values, Path... valuesFiles) throws IOException {
    TemplateCommand command =
        new Helm(FOLDER)
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
