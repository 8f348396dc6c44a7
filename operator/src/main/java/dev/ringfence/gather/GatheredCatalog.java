package dev.ringfence.gather;

import dev.ringfence.catalog.CatalogDefect;
import dev.ringfence.catalog.FirmwareCatalog;
import java.util.List;

/**
 * A catalog without its broken entries, and what is wrong with those.
 *
 * @param sha256 of the content of {@code spec}, the same for a file and for an object in a cluster
 * @param defects in the order of the document
 */
public record GatheredCatalog(FirmwareCatalog catalog, String sha256, List<CatalogDefect> defects) {
  public GatheredCatalog {
    defects = List.copyOf(defects);
  }
}
