package dev.ringfence.gather;

import dev.ringfence.catalog.CatalogDefect;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.policy.InputDigest;
import java.util.List;

/**
 * The built-in packs with the catalogs of files laid over them.
 *
 * @param inputs one for each catalog
 * @param defects of the files; the entries concerned are left out and never count as trust
 */
public record FileCatalogs(
    FirmwareCatalogs catalogs, List<InputDigest> inputs, List<CatalogDefect> defects) {
  public FileCatalogs {
    inputs = List.copyOf(inputs);
    defects = List.copyOf(defects);
  }
}
