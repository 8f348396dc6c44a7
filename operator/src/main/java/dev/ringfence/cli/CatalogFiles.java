package dev.ringfence.cli;

import dev.ringfence.gather.CatalogFormatException;
import dev.ringfence.gather.FileCatalogs;
import dev.ringfence.gather.FileGatherer;
import dev.ringfence.gather.FileText;
import java.util.ArrayList;
import java.util.List;

/** The catalogs in force: the built-in packs and the files laid over them. */
final class CatalogFiles {
  private static final int MAX_BYTES = 16 * 1024 * 1024;
  private static final String EXPECTED = "a FirmwareCatalog in YAML";

  private CatalogFiles() {}

  /** Entries with defects are left out, and the user is told. */
  static FileCatalogs read(
      CommandEnvironment environment, FileGatherer gatherer, List<String> names) {
    List<FileText> files = new ArrayList<>();
    for (String name : names) {
      files.add(text(environment, "--catalog", name));
    }
    try {
      FileCatalogs catalogs = gatherer.catalogs(files);
      catalogs.defects().forEach(defect -> environment.say(defect + " The entry is left out."));
      return catalogs;
    } catch (CatalogFormatException e) {
      throw new UnreadableException(String.valueOf(e.getMessage()), e);
    }
  }

  static FileText text(CommandEnvironment environment, String flag, String name) {
    InputFile file = InputFile.of(environment, flag, name, EXPECTED);
    return new FileText(file.toString(), file.bytes(MAX_BYTES));
  }
}
