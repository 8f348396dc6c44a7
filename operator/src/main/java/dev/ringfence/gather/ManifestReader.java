package dev.ringfence.gather;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ringfence.pki.PrintableText;
import dev.ringfence.policy.Problem;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads resources from files, YAML or JSON, one or more documents. As strict as the API server: a
 * field that the kind does not have and a value of the wrong type are refused, with a sentence that
 * says where.
 */
public final class ManifestReader {
  /** Reason of the problem of a file that is no manifest of the kind asked for. */
  public static final String UNREADABLE = "ManifestUnreadable";

  private static final String API_VERSION = "ringfence.dev/v1alpha1";

  private final ObjectMapper mapper = strictMapper();

  /**
   * Reads the only resource of a file.
   *
   * @param source names the file in messages
   * @throws UnresolvedInputException if it is anything but one resource of this kind
   */
  public <T extends HasMetadata> T readOne(byte[] text, String source, Class<T> kind) {
    List<T> all = readAll(text, source, kind);
    if (all.size() != 1) {
      throw refused(
          "%s: expected one %s, found %d."
              .formatted(source, HasMetadata.getKind(kind), all.size()));
    }
    return all.get(0);
  }

  /**
   * Reads every resource of a file, in the order of the file; an empty document is none.
   *
   * @throws UnresolvedInputException if any document is not a resource of this kind
   */
  public <T extends HasMetadata> List<T> readAll(byte[] text, String source, Class<T> kind) {
    List<T> resources = new ArrayList<>();
    try (MappingIterator<JsonNode> documents = mapper.readerFor(JsonNode.class).readValues(text)) {
      while (documents.hasNextValue()) {
        JsonNode document = documents.nextValue();
        if (document != null && !document.isNull()) {
          checkKind(document, source, HasMetadata.getKind(kind));
          resources.add(mapper.treeToValue(document, kind));
        }
      }
    } catch (JsonProcessingException e) {
      throw refused(source + ": " + ManifestDefect.describe(e));
    } catch (IOException e) {
      throw refused(source + ": cannot be read: " + e.getMessage() + ".");
    }
    return resources;
  }

  private static void checkKind(JsonNode document, String source, String kind) {
    String found =
        document.path("apiVersion").asText("none")
            + ", kind "
            + document.path("kind").asText("none");
    String expected = API_VERSION + ", kind " + kind;
    if (!found.equals(expected)) {
      throw refused("%s: expected apiVersion %s, found %s.".formatted(source, expected, found));
    }
    if (!document.path("metadata").path("name").isTextual()) {
      throw refused("%s: metadata.name is missing, expected a name.".formatted(source));
    }
  }

  /** The sentence may quote the file, and the file may have characters that act on a terminal. */
  private static UnresolvedInputException refused(String sentence) {
    return new UnresolvedInputException(
        new Problem(UNREADABLE, PrintableText.masked(sentence), true));
  }

  private static ObjectMapper strictMapper() {
    ObjectMapper mapper =
        JsonMapper.builder(new YAMLFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .annotationIntrospector(new Strict())
            .build();
    for (CoercionInputShape shape :
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
    }
    return mapper;
  }

  /** The records pass over fields of newer schemas for the sake of informers; a file must not. */
  private static final class Strict extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated annotated) {
      boolean own = annotated.getRawType().getName().startsWith("dev.ringfence.");
      return own
          ? JsonIgnoreProperties.Value.empty()
          : super.findPropertyIgnoralByName(config, annotated);
    }
  }
}
