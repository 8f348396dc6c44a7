package dev.ringfence.cli;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.FirmwareRelease;
import dev.ringfence.catalog.PhoneModel;
import dev.ringfence.catalog.UpgradeStep;
import dev.ringfence.report.TextPage;
import dev.ringfence.report.TextTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the catalogs know of a platform: its models and releases. */
final class PlatformPage {
  private final FirmwareCatalogs catalogs;
  private final String platform;
  private final TextPage page;

  PlatformPage(FirmwareCatalogs catalogs, String platform, TextPage page) {
    this.catalogs = catalogs;
    this.platform = platform;
    this.page = page;
  }

  void everything() {
    page.heading("Models of " + platform);
    TextTable models =
        new TextTable(
            TextTable.left("Model"),
            TextTable.left("Family"),
            TextTable.left("Manufacturer"),
            TextTable.left("Use"),
            TextTable.left("Evidence"));
    for (PhoneModel model : catalogs.modelsOf(platform)) {
      models.row(
          model.id(),
          model.family(),
          text(model.manufacturer()),
          text(model.use()),
          evidence(model.level().label(), model.sources()));
    }
    page.table(models);
    page.heading("Releases of " + platform);
    Set<FirmwareRelease> releases = new TreeSet<>(FirmwareRelease.ORDER);
    catalogs
        .familiesOf(platform)
        .forEach(family -> releases.addAll(catalogs.releasesOf(platform, family)));
    releases(new LinkedHashSet<>(releases));
  }

  void model(PhoneModel model) {
    page.heading("%s, %s".formatted(model.id(), platform));
    page.item("family: ", model.family());
    page.item("manufacturer: ", text(model.manufacturer()));
    page.item("use: ", text(model.use()));
    page.item("spelled: ", String.join(", ", model.aliases()));
    page.item("evidence: ", evidence(model.level().label(), model.sources()));
    if (model.note() != null) {
      page.item("note: ", model.note());
    }
    page.heading("Releases of the family " + model.family());
    releases(new LinkedHashSet<>(catalogs.releasesOf(platform, model.family())));
    List<UpgradeStep> steps = catalogs.upgradesOf(platform, model.family());
    if (!steps.isEmpty()) {
      page.heading("Upgrades of the family " + model.family());
      steps.forEach(step -> page.item("- ", upgrade(step)));
    }
  }

  private static String upgrade(UpgradeStep step) {
    String via = step.via() == null ? "" : "Via %s. ".formatted(step.via());
    String from =
        step.from() == null ? "" : "From %s on no step is needed. ".formatted(step.from());
    return "%s%s%s %s"
        .formatted(
            via,
            from,
            step.note() == null ? "" : step.note(),
            evidence(step.level().label(), step.sources()));
  }

  private void releases(Set<FirmwareRelease> releases) {
    TextTable table =
        new TextTable(
            TextTable.left("Version"),
            TextTable.left("Name"),
            TextTable.left("Families"),
            TextTable.left("Built"),
            TextTable.left("Store"),
            TextTable.left("Evidence"));
    for (FirmwareRelease release : releases) {
      table.row(
          release.version() == null ? "unknown" : release.version().toString(),
          release.name(),
          String.join(", ", release.families()),
          built(release),
          text(release.trustStore()),
          evidence(release.level().label(), release.sources()));
    }
    page.table(table);
  }

  private static String built(FirmwareRelease release) {
    if (release.earliest() == null && release.latest() == null) {
      return "-";
    }
    return "%s to %s"
        .formatted(
            release.earliest() == null ? "?" : release.earliest(),
            release.latest() == null ? "?" : release.latest());
  }

  static String evidence(String level, List<String> sources) {
    return "%s (%s)".formatted(level, String.join(", ", sources));
  }

  private static String text(@Nullable String text) {
    return text == null ? "-" : text;
  }
}
