package dev.ringfence.cli;

import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.gather.BuiltInPacks;
import dev.ringfence.gather.FileCatalogs;
import dev.ringfence.gather.FileGatherer;
import dev.ringfence.report.TextPage;
import dev.ringfence.report.TextTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the catalogs in force. */
@Command(
    name = "list",
    description = "Lists the catalogs in force, the one that is laid over the others last.")
final class CatalogListCommand implements Callable<Integer> {
  private final CommandEnvironment environment;

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec help = HelpOption.flag();

  @Mixin private final CatalogOptions options = new CatalogOptions();

  CatalogListCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    FileCatalogs catalogs =
        CatalogFiles.read(environment, new FileGatherer(List.of()), options.files);
    TextPage page = new TextPage(environment.layout());
    page.heading("Catalogs in force");
    page.table(table(catalogs.catalogs().catalogs()));
    Set<String> unused = new TreeSet<>(BuiltInPacks.names());
    catalogs.catalogs().catalogs().forEach(catalog -> unused.remove(catalog.name()));
    if (!unused.isEmpty()) {
      page.heading("Built in, and read when a catalog refers to their trust stores");
      unused.forEach(name -> page.item("- ", name));
    }
    new OutputTarget(environment, null).write(page.toString());
    return ExitCode.OK;
  }

  private static TextTable table(List<FirmwareCatalog> catalogs) {
    TextTable table =
        new TextTable(
            TextTable.left("Catalog"),
            TextTable.left("Platform"),
            TextTable.left("Edition"),
            TextTable.right("Priority"),
            TextTable.right("Models"),
            TextTable.right("Releases"),
            TextTable.right("Stores"),
            TextTable.right("Statements"));
    for (FirmwareCatalog catalog : catalogs) {
      table.row(
          catalog.name(),
          catalog.platform() == null ? "-" : catalog.platform(),
          catalog.edition() == null ? "-" : catalog.edition(),
          Integer.toString(catalog.priority()),
          Integer.toString(catalog.models().size()),
          Integer.toString(catalog.releases().size()),
          Integer.toString(catalog.trustStores().size()),
          Integer.toString(catalog.statements().size()));
    }
    return table;
  }
}
