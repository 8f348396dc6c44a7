package dev.ringfence.cli;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.catalog.FirmwareRelease;
import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.catalog.Identification;
import dev.ringfence.catalog.PhoneModel;
import dev.ringfence.gather.FileCatalogs;
import dev.ringfence.gather.FileGatherer;
import dev.ringfence.gather.NearestName;
import dev.ringfence.report.TextPage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Shows the platforms, a model, or what is known of one release. */
@Command(
    name = "show",
    description = {
      "Shows all models and releases; for a model its releases; for a release every fact with its",
      "evidence and the roots it trusts."
    })
final class CatalogShowCommand implements Callable<Integer> {
  private final CommandEnvironment environment;

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec help = HelpOption.flag();

  @Mixin private final CatalogOptions options = new CatalogOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "RELEASE|MODEL",
      description = "A version such as 4.0.7577.4420, a release such as CU11, or a model.")
  private @Nullable String name;

  CatalogShowCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    FileCatalogs gathered =
        CatalogFiles.read(environment, new FileGatherer(List.of()), options.files);
    FirmwareCatalogs catalogs = gathered.catalogs();
    TextPage page = new TextPage(environment.layout());
    if (name == null) {
      catalogs.platforms().forEach(id -> new PlatformPage(catalogs, id, page).everything());
    } else {
      show(name, catalogs, page);
    }
    new OutputTarget(environment, null).write(page.toString());
    return ExitCode.OK;
  }

  private static void show(String name, FirmwareCatalogs catalogs, TextPage page) {
    boolean shown = false;
    for (String platform : catalogs.platforms()) {
      Optional<PhoneModel> model = catalogs.model(platform, name);
      if (model.isPresent()) {
        new PlatformPage(catalogs, platform, page).model(model.get());
        shown = true;
      } else {
        for (String version : versions(name, platform, catalogs)) {
          shown |= release(version, platform, catalogs, page);
        }
      }
    }
    if (!shown) {
      throw new UnreadableException(
          "No catalog knows a model or release \"%s\".%s"
              .formatted(name, NearestName.question(name, names(catalogs))));
    }
  }

  private static boolean release(
      String version, String platform, FirmwareCatalogs catalogs, TextPage page) {
    Identification identified = catalogs.identify(platform, "", version);
    if (!(identified instanceof Identification.Known known)) {
      return false;
    }
    for (FirmwareFacts facts : known.alternatives()) {
      new FactsPage(catalogs, facts, page).everything();
    }
    return true;
  }

  /** The name itself if it is a version, else the versions of the releases of that name. */
  private static Set<String> versions(String name, String platform, FirmwareCatalogs catalogs) {
    if (FirmwareVersion.parse(name).isPresent()) {
      return Set.of(name);
    }
    Set<String> versions = new TreeSet<>();
    for (String family : catalogs.familiesOf(platform)) {
      for (FirmwareRelease release : catalogs.releasesOf(platform, family)) {
        if (release.name().equalsIgnoreCase(name) && release.version() != null) {
          versions.add(release.version().first().toString());
        }
      }
    }
    return versions;
  }

  private static List<String> names(FirmwareCatalogs catalogs) {
    return catalogs.platforms().stream()
        .flatMap(
            platform ->
                Stream.concat(
                    catalogs.modelsOf(platform).stream().map(PhoneModel::id),
                    catalogs.familiesOf(platform).stream()
                        .flatMap(family -> catalogs.releasesOf(platform, family).stream())
                        .map(FirmwareRelease::name)))
        .distinct()
        .toList();
  }
}
