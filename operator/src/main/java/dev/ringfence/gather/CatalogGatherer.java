package dev.ringfence.gather;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringfence.path.PathProfile;
import dev.ringfence.path.PathProfiles;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads firmware catalogs from files and from resources of a cluster. Every defect is reported with
 * its place; an entry with a defect spoils no other and never counts as trust.
 */
public final class CatalogGatherer {
  private static final String API_VERSION = "ringfence.dev/v1alpha1";
  private static final String KIND = "FirmwareCatalog";

  private @Nullable ObjectMapper mapper;
  private final CatalogProfiles profiles =
      new CatalogProfiles(
          PathProfiles.all().stream().map(PathProfile::name).collect(Collectors.toSet()));

  /**
   * Reads YAML or JSON.
   *
   * @param fileName names the catalog where {@code metadata.name} does not
   * @throws CatalogFormatException if no part of it may be used
   */
  public GatheredCatalog gather(byte[] content, String fileName) {
    return gather(content, fileName, null, ContentDigest::of);
  }

  /**
   * Reads YAML or JSON.
   *
   * @param packed the encodings of the certificates if they are not in the content
   * @param digest of the spec, for whoever knows it without reading
   */
  GatheredCatalog gather(
      byte[] content,
      String fileName,
      @Nullable PackedCertificates packed,
      Function<JsonNode, String> digest) {
    var tree = CatalogTree.parse(CatalogText.decode(content, fileName), fileName);
    var manifest = tree.root();
    var name =
        Optional.of(manifest.path("metadata").path("name"))
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .filter(text -> !text.isBlank() && text.length() <= 253)
            .map(CatalogFields::bounded)
            .orElse(fileName);
    var defects = new CatalogDefects(name);
    expect(defects, manifest, "apiVersion", API_VERSION);
    expect(defects, manifest, "kind", KIND);
    if (defects.fatal()) {
      throw new CatalogFormatException(defects.all());
    }
    var spec = manifest.path("spec");
    return new CatalogReading(name, tree, defects, profiles, packed).read(spec, digest.apply(spec));
  }

  /**
   * Reads a resource.
   *
   * @throws CatalogFormatException if no part of it may be used
   */
  public GatheredCatalog gather(dev.ringfence.api.v1alpha1.FirmwareCatalog resource) {
    var name = resource.getMetadata().getName();
    JsonNode spec =
        resource.getSpec() == null
            ? JsonNodeFactory.instance.missingNode()
            : mapper().valueToTree(resource.getSpec());
    return new CatalogReading(name, CatalogTree.of(spec), new CatalogDefects(name), profiles)
        .read(spec, ContentDigest.of(spec));
  }

  /** Made when a resource is first read: for files alone it would only cost time. */
  private synchronized ObjectMapper mapper() {
    var known = mapper;
    if (known == null) {
      known = new ObjectMapper();
      mapper = known;
    }
    return known;
  }

  private static void expect(
      CatalogDefects defects, JsonNode manifest, String field, String expected) {
    var found = manifest.path(field);
    if (!found.isTextual() || !found.asText().equals(expected)) {
      defects.addFatal(
          field,
          "Expected %s, found %s."
              .formatted(
                  expected,
                  found.isTextual()
                      ? CatalogFields.bounded(found.asText())
                      : "nothing of the kind"));
    }
  }
}
