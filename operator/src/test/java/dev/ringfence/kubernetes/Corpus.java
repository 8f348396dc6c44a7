package dev.ringfence.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Manifests of every kind, whose file names say whether the API server accepts them. */
final class Corpus {
  static final Path FOLDER = Path.of("src/test/resources/crds");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Corpus() {}

  static List<Path> files() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> valid() {
    return files().stream().filter(Corpus::isValid).toList();
  }

  static boolean isValid(Path file) {
    return file.getFileName().toString().startsWith("valid-");
  }

  /** As they are written: typed objects would lose what they do not know. */
  static List<GenericKubernetesResource> documents(Path file) throws IOException {
    try (MappingIterator<JsonNode> values =
        YAML.readerFor(JsonNode.class).readValues(Files.newInputStream(file))) {
      return values.readAll().stream()
          .map(
              document ->
                  Serialization.unmarshal(document.toString(), GenericKubernetesResource.class))
          .toList();
    }
  }
}
