package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * The OpenAPI part of the CRDs as JSON Schemas, closed: an unknown field is refused, which the API
 * server does for strict requests. CEL rules and list types need a real API server.
 */
final class CrdSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<CustomResourceDefinition> definitions = CrdFiles.definitions();

  List<String> kinds() {
    return definitions.stream()
        .map(definition -> definition.getSpec().getNames().getKind())
        .toList();
  }

  JsonSchema of(String kind) {
    ObjectNode root = rootOf(kind);
    close(root);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
        .getSchema(root, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
  }

  /** The messages of every CEL rule of a kind. */
  List<String> ruleMessages(String kind) {
    List<String> messages = new ArrayList<>();
    rootOf(kind)
        .findValues("x-kubernetes-validations")
        .forEach(rules -> rules.forEach(rule -> messages.add(rule.path("message").asText())));
    return messages;
  }

  private ObjectNode rootOf(String kind) {
    ObjectNode root =
        definitions.stream()
            .filter(definition -> definition.getSpec().getNames().getKind().equals(kind))
            .findFirst()
            .map(definition -> definition.getSpec().getVersions().get(0).getSchema())
            .map(schema -> JSON.<ObjectNode>valueToTree(schema.getOpenAPIV3Schema()))
            .orElseThrow(() -> new IllegalArgumentException("no CRD of kind " + kind));
    root.withObjectProperty("properties").putObject("apiVersion").put("type", "string");
    root.withObjectProperty("properties").putObject("kind").put("type", "string");
    root.withObjectProperty("properties").putObject("metadata").put("type", "object");
    return root;
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      object.remove(
          List.of(
              "x-kubernetes-validations",
              "x-kubernetes-list-type",
              "x-kubernetes-list-map-keys",
              "x-kubernetes-map-type"));
      if (object.path("properties").isObject()) {
        object.put("additionalProperties", false);
      }
      boolean nullable = object.path("nullable").asBoolean();
      object.remove("nullable");
      if (nullable && object.path("type").isTextual()) {
        String type = object.path("type").asText();
        object.putArray("type").add(type).add("null");
      }
    }
    schema.forEach(CrdSchemas::close);
  }
}
