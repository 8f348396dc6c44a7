package dev.ringfence.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the names that a catalog uses and that no catalog in force defines. */
final class DanglingReferences {
  private final List<FirmwareCatalog> catalogs;

  DanglingReferences(List<FirmwareCatalog> catalogs) {
    this.catalogs = catalogs;
  }

  List<CatalogDefect> find() {
    var defects = new ArrayList<CatalogDefect>();
    for (var catalog : catalogs) {
      if (catalog.platform() != null) {
        defects.addAll(of(catalog));
      }
    }
    return defects;
  }

  private List<CatalogDefect> of(FirmwareCatalog catalog) {
    var families = new TreeSet<String>();
    var models = new TreeSet<String>();
    var stores = new TreeSet<String>();
    for (var other : catalogs) {
      boolean shared = other.platform() == null || other.platform().equals(catalog.platform());
      if (shared) {
        other.trustStores().forEach(store -> stores.add(store.name()));
        other.families().forEach(family -> families.add(family.name()));
        other.models().forEach(model -> models.add(model.id()));
      }
    }
    var found = new Found(catalog.name(), new ArrayList<>());
    for (var model : catalog.models()) {
      found.check(
          "spec.models[%s].family".formatted(model.id()), model.family(), families, "family");
    }
    for (var release : catalog.releases()) {
      var place = "spec.releases[%s]".formatted(release.describe());
      release
          .families()
          .forEach(family -> found.check(place + ".families", family, families, "family"));
      if (release.trustStore() != null) {
        found.check(place + ".trustStore", release.trustStore(), stores, "trust store");
      }
    }
    for (var statement : catalog.statements()) {
      var place = "spec.capabilities[%s].scope".formatted(statement.key());
      if (statement.scope().family() != null) {
        found.check(place + ".family", statement.scope().family(), families, "family");
      }
      if (statement.scope().model() != null) {
        found.check(place + ".model", statement.scope().model(), models, "model");
      }
    }
    for (var step : catalog.upgrades()) {
      found.check("spec.upgrades[].family", step.family(), families, "family");
    }
    return found.defects();
  }

  private record Found(String catalog, List<CatalogDefect> defects) {
    void check(String place, String name, Set<String> known, String what) {
      if (!known.contains(name)) {
        defects.add(
            new CatalogDefect(
                catalog,
                place,
                "Expected a %s that a catalog defines (%s), found %s."
                    .formatted(
                        what,
                        known.isEmpty()
                            ? "there is none"
                            : known.stream().limit(20).collect(Collectors.joining(", ")),
                        name)));
      }
    }
  }
}
