package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The CRD files as the records say they must be: file name to text. */
public final class CrdFiles {
  /** The folder of the generated files, seen from the module that runs the tests. */
  public static final Path FOLDER = Path.of("..", "crds");

  private static final String HEADER =
      """
      # Generated from the records of dev.ringfence.api.v1alpha1: change those, then run
      # mvn test -Dtest=CrdFilesTest -Dringfence.crds.write=true
      """;

  private static final List<Class<? extends HasMetadata>> KINDS =
      List.of(
          CertificateRenewal.class,
          FirmwareCatalog.class,
          PhoneFleet.class,
          RenewalApproval.class,
          RenewalPolicy.class);

  /** Quotes what YAML 1.1 would read as something else, such as the word True. */
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .build());

  private CrdFiles() {}

  /** The definitions, sorted by name. */
  public static List<CustomResourceDefinition> definitions() {
    List<CustomResourceDefinition> definitions = new ArrayList<>();
    new CRDGenerator()
        .customResourceClasses(KINDS)
        .forCRDVersions("v1")
        .withPostProcessor(
            new CRDPostProcessor() {
              @Override
              public HasMetadata process(HasMetadata crd, String crdSpecVersion) {
                definitions.add((CustomResourceDefinition) crd);
                return crd;
              }
            })
        .withOutput(new Discarded())
        .generate();
    definitions.forEach(definition -> CrdRefinement.refine(definition, kindOf(definition)));
    return definitions.stream()
        .sorted(Comparator.comparing(definition -> definition.getMetadata().getName()))
        .toList();
  }

  public static SortedMap<String, String> generate() {
    SortedMap<String, String> files = new TreeMap<>();
    for (CustomResourceDefinition definition : definitions()) {
      String file = definition.getSpec().getNames().getPlural() + ".yaml";
      try {
        files.put(
            file, HEADER + YAML.writeValueAsString(wholeNumbers(YAML.valueToTree(definition))));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(file, e);
      }
    }
    return files;
  }

  /** A bound is a double in the model: 1.0E8 is a string to YAML 1.1. */
  private static JsonNode wholeNumbers(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(entry -> entry.setValue(wholeNumbers(entry.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, wholeNumbers(array.get(i)));
      }
    } else if (node.isDouble() && node.canConvertToExactIntegral()) {
      return LongNode.valueOf(node.longValue());
    }
    return node;
  }

  private static Class<? extends HasMetadata> kindOf(CustomResourceDefinition definition) {
    String name = definition.getSpec().getNames().getKind();
    return KINDS.stream()
        .filter(kind -> HasMetadata.getKind(kind).equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The generator insists on writing; its own YAML leaves the words True and False unquoted. */
  private static final class Discarded implements CRDGenerator.CRDOutput<OutputStream> {
    @Override
    public OutputStream outputFor(String crdName) {
      return OutputStream.nullOutputStream();
    }

    @Override
    public void close() {}
  }
}
