package dev.ringfence.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The schemas that an API server publishes, in the files that kubeconform looks for:
 * v1.36.4-standalone-strict/deployment-apps-v1.json. They are closed: what a schema does not list
 * is refused, unless it says that it keeps unknown fields.
 */
final class KubeconformSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KubernetesClient client;
  private final Path folder;

  private KubeconformSchemas(KubernetesClient client, Path folder) {
    this.client = client;
    this.folder = folder;
  }

  /**
   * Writes the schema of every kind of these versions.
   *
   * @param apiVersions such as {@code apps/v1}
   */
  static void write(
      KubernetesClient client, String kubernetesVersion, Set<String> apiVersions, Path location)
      throws IOException {
    KubeconformSchemas schemas =
        new KubeconformSchemas(
            client,
            Files.createDirectories(
                location.resolve("v" + kubernetesVersion + "-standalone-strict")));
    for (String apiVersion : apiVersions) {
      schemas.write(apiVersion);
    }
  }

  /** Empty where the server does not publish the version yet. */
  static JsonNode published(KubernetesClient client, String apiVersion) {
    String path = (apiVersion.contains("/") ? "apis/" : "api/") + apiVersion;
    String text = client.raw("/openapi/v3/" + path);
    try {
      return JSON.readTree(text == null ? "{}" : text).at("/components/schemas");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String apiVersion) throws IOException {
    JsonNode schemas = published(client, apiVersion);
    schemas.forEach(KubeconformSchemas::close);
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      JsonNode kinds = schema.getValue().path("x-kubernetes-group-version-kind");
      if (kinds.size() == 1) { // Those with more, such as DeleteOptions, are no objects.
        ObjectNode file = JSON.createObjectNode();
        file.put("$ref", "#/components/schemas/" + schema.getKey());
        file.putObject("components").set("schemas", schemas);
        JSON.writeValue(folder.resolve(fileName(kinds.get(0))).toFile(), file);
      }
    }
  }

  /** Of the group, only the first label is in the name. */
  private static String fileName(JsonNode kind) {
    String group = kind.path("group").asText();
    return "%s-%s%s.json"
        .formatted(
            kind.path("kind").asText().toLowerCase(Locale.ROOT),
            group.isEmpty() ? "" : group.split("\\.", 2)[0] + "-",
            kind.path("version").asText());
  }

  /** Not in anyOf and its like: those restrict what the schema around them lists. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")
        && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
      object.put("additionalProperties", false);
    }
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      switch (keyword.getKey()) {
        case "properties" -> keyword.getValue().forEach(KubeconformSchemas::close);
        case "items", "additionalProperties" -> close(keyword.getValue());
        default -> {}
      }
    }
  }
}
