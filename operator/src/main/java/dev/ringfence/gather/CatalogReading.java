package dev.ringfence.gather;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringfence.api.v1alpha1.CatalogGrammar;
import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the spec of one catalog, section by section. */
final class CatalogReading {
  private static final CatalogFields.Form PLATFORM =
      CatalogFields.Form.of(
          CatalogGrammar.PLATFORM, 63, "the id of a platform, such as lync-phone-edition");
  private static final CatalogFields.Form DATE =
      CatalogFields.Form.of(
          CatalogGrammar.DATE, 10, "a day, a month or a year, such as 2026-11-23");
  private static final CatalogFields.Form TEXT =
      CatalogFields.Form.anything(CatalogGrammar.MAX_TEXT);
  private static final List<String> NEEDS_PLATFORM =
      List.of("families", "models", "capabilities", "releases", "upgrades");

  private final String name;
  private final CatalogTree tree;
  private final CatalogDefects defects;
  private final CatalogProfiles profiles;
  private final @Nullable PackedCertificates packed;

  CatalogReading(String name, CatalogTree tree, CatalogDefects defects, CatalogProfiles profiles) {
    this(name, tree, defects, profiles, null);
  }

  /**
   * @param packed the encodings of the certificates if they are not in the tree
   */
  CatalogReading(
      String name,
      CatalogTree tree,
      CatalogDefects defects,
      CatalogProfiles profiles,
      @Nullable PackedCertificates packed) {
    this.name = name;
    this.tree = tree;
    this.defects = defects;
    this.profiles = profiles;
    this.packed = packed;
  }

  /**
   * A defect of the spec itself, such as a section with a wrong name, ends the reading.
   *
   * @param sha256 the digest of this spec
   */
  GatheredCatalog read(JsonNode node, String sha256) {
    var spec = new CatalogFields(tree, node, "spec", defects);
    var platform = platform(spec);
    var edition = spec.text("edition", DATE);
    int priority =
        spec.number("priority", CatalogGrammar.MIN_PRIORITY, CatalogGrammar.MAX_PRIORITY, 0);
    var sourceIds = new HashSet<String>();
    var sources = sources(spec.entries("sources", CatalogGrammar.MAX_SOURCES), sourceIds);
    var certificates =
        new CatalogCertificates(
            spec.entries("certificates", CatalogGrammar.MAX_CERTIFICATES), packed);
    var stores = new CatalogStores(certificates, sourceIds);
    var devices = new CatalogDevices(sourceIds, profiles);
    var statements = new CatalogStatements(name, certificates, sourceIds);
    var releases = new CatalogReleases(sourceIds, profiles);

    var families = devices.families(spec.entries("families", CatalogGrammar.MAX_FAMILIES));
    var models = devices.models(spec.entries("models", CatalogGrammar.MAX_MODELS));
    var trustStores = stores.read(spec.entries("trustStores", CatalogGrammar.MAX_TRUST_STORES));
    spec.entries("capabilities", CatalogGrammar.MAX_STATEMENTS).forEach(statements::read);
    spec.entries("releases", CatalogGrammar.MAX_RELEASES).forEach(releases::read);
    var upgrades = devices.upgrades(spec.entries("upgrades", CatalogGrammar.MAX_UPGRADES));
    var notPhones = devices.notPhones(spec.entries("notPhones", CatalogGrammar.MAX_NOT_PHONES));
    spec.end();
    if (!spec.sound()) {
      throw new CatalogFormatException(defects.all());
    }
    var catalog =
        new FirmwareCatalog(
            name,
            platform,
            edition,
            priority,
            sources,
            families,
            models,
            certificates.certificates(),
            trustStores,
            statements.statements(),
            statements.damaged(),
            releases.releases(),
            upgrades,
            notPhones);
    return new GatheredCatalog(catalog, sha256, defects.all());
  }

  private static @Nullable String platform(CatalogFields spec) {
    var platform = spec.text("platform", PLATFORM);
    if (!spec.has("platform")) {
      NEEDS_PLATFORM.stream()
          .filter(spec::has)
          .findFirst()
          .ifPresent(
              section ->
                  spec.defect(
                      spec.placeOf("platform"),
                      "Expected the id of a platform, since the catalog has %s, found nothing."
                          .formatted(section)));
    }
    return platform;
  }

  /** An id counts as known even if the rest of its source has a defect. */
  private static List<Source> sources(List<CatalogFields> entries, Set<String> ids) {
    var sources = new ArrayList<Source>();
    for (var fields : entries) {
      var id = fields.requiredText("id", CatalogEvidence.SOURCE);
      var title = fields.requiredText("title", TEXT);
      var address = fields.text("address", TEXT);
      var date = fields.text("date", DATE);
      fields.end();
      if (id != null && !ids.add(id)) {
        fields.defect(
            fields.placeOf("id"), "Expected an id of its own, found %s again.".formatted(id));
      }
      if (fields.sound() && id != null && title != null) {
        sources.add(new Source(id, title, address, date));
      }
    }
    return sources;
  }
}
