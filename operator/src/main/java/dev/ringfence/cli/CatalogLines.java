package dev.ringfence.cli;

import dev.ringfence.catalog.CatalogCertificate;
import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareRelease;
import dev.ringfence.catalog.NamedTrustStore;
import dev.ringfence.catalog.PhoneModel;
import dev.ringfence.catalog.Statement;
import dev.ringfence.catalog.StoreEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A catalog as one line for each thing that it says, by what the line is about. */
final class CatalogLines {
  private final SortedMap<String, String> lines = new TreeMap<>();
  private final Map<String, String> subjects = new HashMap<>();

  private CatalogLines() {}

  static SortedMap<String, String> of(FirmwareCatalog catalog) {
    CatalogLines of = new CatalogLines();
    of.head(catalog);
    catalog.certificates().forEach(of::certificate);
    catalog.models().forEach(of::model);
    catalog.releases().forEach(of::release);
    catalog.trustStores().forEach(of::store);
    catalog.statements().forEach(of::statement);
    return of.lines;
  }

  private void head(FirmwareCatalog catalog) {
    add("platform", text(catalog.platform()));
    add("edition", text(catalog.edition()));
    add("priority", Integer.toString(catalog.priority()));
    catalog
        .sources()
        .forEach(
            source ->
                add(
                    "source " + source.id(),
                    "%s, %s, %s"
                        .formatted(source.title(), text(source.address()), text(source.date()))));
    catalog
        .families()
        .forEach(
            family ->
                add(
                    "family " + family.name(),
                    "builders %s, %s %s, %s"
                        .formatted(
                            family.profiles(),
                            family.level().label(),
                            family.sources(),
                            text(family.note()))));
    catalog
        .upgrades()
        .forEach(
            step ->
                add(
                    "upgrade of " + step.family(),
                    "from %s via %s, %s %s, %s"
                        .formatted(
                            step.from(),
                            step.via(),
                            step.level().label(),
                            step.sources(),
                            text(step.note()))));
    catalog
        .notPhones()
        .forEach(
            known ->
                add(
                    "not a phone: " + text(known.userAgent()) + text(known.model()),
                    "%s, %s %s".formatted(known.name(), known.level().label(), known.sources())));
  }

  private void certificate(CatalogCertificate certificate) {
    subjects.put(certificate.sha256(), certificate.id());
    add(
        "certificate " + certificate.id(),
        "%s, sha256 %s, %s to %s"
            .formatted(
                certificate.subject(),
                certificate.sha256(),
                certificate.notBefore(),
                certificate.notAfter()));
  }

  private void model(PhoneModel model) {
    add(
        "model " + model.id(),
        "family %s, %s, aliases %s, %s, %s %s, %s"
            .formatted(
                model.family(),
                text(model.manufacturer()),
                model.aliases(),
                text(model.use()),
                model.level().label(),
                model.sources(),
                text(model.note())));
  }

  private void release(FirmwareRelease release) {
    add(
        "release " + release.describe(),
        "built %s to %s, families %s, store %s, builders %s, %s %s, %s"
            .formatted(
                release.earliest(),
                release.latest(),
                release.families(),
                text(release.trustStore()),
                release.profiles(),
                release.level().label(),
                release.sources(),
                text(release.note())));
  }

  private void store(NamedTrustStore store) {
    add("store " + store.name(), "complete %s, %s".formatted(store.complete(), store.sources()));
    for (StoreEntry entry : store.entries()) {
      String certificate = subjects.getOrDefault(entry.sha256(), entry.sha256());
      add(
          "store %s, %s".formatted(store.name(), certificate),
          "present %s, %s %s, %s"
              .formatted(
                  entry.present(), entry.level().label(), entry.sources(), text(entry.note())));
    }
  }

  private void statement(Statement statement) {
    String about =
        statement
            .key()
            .trustedSha256()
            .map(sha -> "trusts " + subjects.getOrDefault(sha, sha))
            .orElse(statement.key().id());
    add(
        "%s, %s".formatted(about, statement.scope().describe()),
        "%s, %s %s, %s"
            .formatted(
                statement.valueLabel(),
                statement.level().label(),
                statement.sources(),
                text(statement.note())));
  }

  /** Several things about the same are one line, in the order of the document. */
  private void add(String about, String what) {
    lines.merge(about, what, (one, other) -> one + "; " + other);
  }

  private static String text(@Nullable String text) {
    return text == null ? "-" : text;
  }
}
