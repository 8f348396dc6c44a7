package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.CatalogGrammar;
import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.catalog.FirmwareRelease;
import dev.ringfence.catalog.ReleaseVersion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads releases. One with a defect whose version is known stays listed, and nothing is known of
 * it: left out, its neighbours would speak for it.
 */
final class CatalogReleases {
  static final CatalogFields.Form BUILD =
      CatalogFields.Form.of(
          CatalogGrammar.FIRMWARE_VERSION, 39, "four numbers such as 4.0.7577.4387");
  private static final CatalogFields.Form NAME = CatalogFields.Form.anything(CatalogGrammar.MAX_ID);
  private static final CatalogFields.Form NOTE =
      CatalogFields.Form.anything(CatalogGrammar.MAX_TEXT);
  private static final CatalogFields.Form DAY =
      CatalogFields.Form.of(CatalogGrammar.DAY, 10, "a day such as 2013-04-30");

  private final Set<String> sources;
  private final CatalogProfiles profiles;
  private final List<FirmwareRelease> releases = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  CatalogReleases(Set<String> sources, CatalogProfiles profiles) {
    this.sources = sources;
    this.profiles = profiles;
  }

  List<FirmwareRelease> releases() {
    return releases;
  }

  void read(CatalogFields fields) {
    var name = fields.requiredText("name", NAME);
    var version =
        fields.parsed(
            "version",
            fields.text("version", CatalogStatements.RELEASE),
            CatalogStatements.RELEASE.expectation(),
            ReleaseVersion::parse);
    boolean unplaced = fields.has("version") && version == null;
    var earliest = day(fields, "earliest");
    var latest = day(fields, "latest");
    if (earliest != null && latest != null && latest.isBefore(earliest)) {
      fields.defect(
          fields.placeOf("latest"),
          "Expected a day not before %s, found %s.".formatted(earliest, latest));
    }
    var families = families(fields);
    var trustStore = fields.text("trustStore", CatalogStores.NAME);
    var builders = fields.has("profiles") ? profiles.read(fields) : List.<String>of();
    var evidence = CatalogEvidence.required(fields, sources);
    var note = fields.text("note", NOTE);
    fields.end();
    if (unplaced || (version == null && !fields.sound())) {
      return;
    }
    boolean damaged = !fields.sound() || evidence == null || name == null;
    add(
        fields,
        new FirmwareRelease(
            name == null ? "without a name" : name,
            version,
            earliest,
            latest,
            families,
            trustStore,
            builders,
            evidence == null ? EvidenceLevel.RECOLLECTED : evidence.level(),
            evidence == null ? List.of() : evidence.sources(),
            note,
            damaged));
  }

  /** All families, which no name stands for, if one of them cannot be read. */
  private static List<String> families(CatalogFields fields) {
    boolean before = fields.sound();
    var families = fields.texts("families", CatalogStatements.FAMILY, CatalogGrammar.MAX_FAMILIES);
    if (families.isEmpty() && before == fields.sound()) {
      fields.defect(
          fields.placeOf("families"), "Expected the name of at least one family, found none.");
    }
    return before == fields.sound() ? families : List.of();
  }

  private void add(CatalogFields fields, FirmwareRelease release) {
    var identity = release.version() == null ? release.name() : release.version().toString();
    var families = release.families().isEmpty() ? List.of("") : release.families();
    var added = release;
    for (var family : families) {
      var slot = family + " " + identity;
      var first = seen.putIfAbsent(slot, releases.size());
      if (first != null) {
        fields.defect(
            fields.placeOf(release.version() == null ? "name" : "version"),
            "Expected a release of its own, found %s again for family %s."
                .formatted(identity, family));
        releases.set(first, releases.get(first).asDamaged());
        added = added.asDamaged();
      }
    }
    releases.add(added);
  }

  private static @Nullable LocalDate day(CatalogFields fields, String name) {
    return fields.parsed(
        name, fields.text(name, DAY), DAY.expectation(), CatalogReleases::parseDay);
  }

  private static Optional<LocalDate> parseDay(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
