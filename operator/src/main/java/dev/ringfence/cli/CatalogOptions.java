package dev.ringfence.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The flag that lays catalogs over the built-in ones. */
final class CatalogOptions {
  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "A FirmwareCatalog to lay over the built-in ones. Repeatable.")
  List<String> files = new ArrayList<>();
}
