package dev.ringfence.api.v1alpha1;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts into a CRD what the generator leaves out: a function of it and the annotated class. */
final class CrdRefinement {
  private static final Set<String> INSTANTS =
      Set.of(
          "activationTime",
          "breaksAt",
          "expiresAt",
          "lastSeen",
          "lastTransitionTime",
          "notAfter",
          "notBefore",
          "observedAt");

  private static final Map<String, List<String>> KEYED_LISTS =
      Map.of(
          "spec.certificates", List.of("id"),
          "spec.families", List.of("name"),
          "spec.fleetRefs", List.of("name"),
          "spec.groups", List.of("name"),
          "spec.models", List.of("id"),
          "spec.sources", List.of("id"),
          "spec.trustStores", List.of("name"),
          "status.conditions", List.of("type"));

  private static final Set<String> SETS =
      Set.of(
          "spec.protectedGroups",
          "spec.provisionedTrust.certificateWebService.ports",
          "spec.rules",
          "spec.serverNames",
          "spec.sipDomains");

  private CrdRefinement() {}

  static void refine(CustomResourceDefinition crd, Class<? extends HasMetadata> kind) {
    for (CustomResourceDefinitionVersion version : crd.getSpec().getVersions()) {
      JSONSchemaProps root = version.getSchema().getOpenAPIV3Schema();
      root.setDescription(requireNonNull(kind.getAnnotation(JsonClassDescription.class)).value());
      root.setRequired(List.of("spec"));
      requireNonNull(root.getProperties().get("spec")).setDescription("What is wanted.");
      JSONSchemaProps status = requireNonNull(root.getProperties().get("status"));
      status.setDescription("What the operator found; written by it alone.");
      // One writer replaces it as a whole; its fields need no owners of their own.
      status.setXKubernetesMapType("atomic");
      // Without it kstatus reads a resource that the operator has not seen yet as Current.
      status.setDefault(JsonNodeFactory.instance.objectNode().put("observedGeneration", -1));
      refine("", root);
      version.setAdditionalPrinterColumns(
          inDeclaredOrder(kind, version.getAdditionalPrinterColumns()));
    }
  }

  private static void refine(String path, @Nullable JSONSchemaProps schema) {
    if (schema == null) {
      return;
    }
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .forEach(
              (name, property) -> {
                refine(path.isEmpty() ? name : path + "." + name, property);
                if (INSTANTS.contains(name) && "string".equals(property.getType())) {
                  property.setFormat("date-time");
                }
              });
    }
    if (schema.getItems() != null) {
      refine(path + "[]", schema.getItems().getSchema());
    }
    if (KEYED_LISTS.containsKey(path) && "array".equals(schema.getType())) {
      schema.setXKubernetesListType("map");
      schema.setXKubernetesListMapKeys(KEYED_LISTS.get(path));
    } else if (SETS.contains(path)) {
      schema.setXKubernetesListType("set");
    }
  }

  /** The generator sorts columns by JSON path, which puts the age first. */
  private static List<CustomResourceColumnDefinition> inDeclaredOrder(
      Class<?> kind, List<CustomResourceColumnDefinition> columns) {
    List<String> declared =
        Arrays.stream(kind.getAnnotationsByType(AdditionalPrinterColumn.class))
            .map(AdditionalPrinterColumn::jsonPath)
            .toList();
    return columns.stream()
        .sorted(
            Comparator.comparingInt(
                (CustomResourceColumnDefinition column) -> declared.indexOf(column.getJsonPath())))
        .toList();
  }
}
