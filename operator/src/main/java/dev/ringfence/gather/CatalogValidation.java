package dev.ringfence.gather;

import dev.ringfence.catalog.CatalogDefect;
import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareCatalogs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one catalog file, its references to the built-in packs included.
 *
 * @param catalog what could be read, null if nothing could
 * @param defects in the order of the document, dangling references last
 */
public record CatalogValidation(
    Result result, @Nullable GatheredCatalog catalog, List<CatalogDefect> defects) {
  /** The value is the exit code of the command that validates. */
  public enum Result {
    CLEAN(0),
    DEFECTIVE(1),
    UNREADABLE(2);

    private final int exitCode;

    Result(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  public CatalogValidation {
    defects = List.copyOf(defects);
  }

  /**
   * Validates a file.
   *
   * @param fileName names the catalog where {@code metadata.name} does not
   */
  public static CatalogValidation of(
      byte[] content, String fileName, CatalogGatherer gatherer, BuiltInPacks packs) {
    try {
      var gathered = gatherer.gather(content, fileName);
      var defects = new ArrayList<>(gathered.defects());
      defects.addAll(danglingReferences(gathered.catalog(), packs));
      return new CatalogValidation(
          defects.isEmpty() ? Result.CLEAN : Result.DEFECTIVE, gathered, defects);
    } catch (CatalogFormatException e) {
      return new CatalogValidation(Result.UNREADABLE, null, e.defects());
    }
  }

  private static List<CatalogDefect> danglingReferences(
      FirmwareCatalog catalog, BuiltInPacks packs) {
    var together = new ArrayList<FirmwareCatalog>();
    together.add(catalog);
    for (var pack : packs.load(BuiltInPacks.platforms(), List.of(catalog))) {
      if (!pack.catalog().name().equals(catalog.name())) {
        together.add(pack.catalog());
      }
    }
    return new FirmwareCatalogs(together)
        .danglingReferences().stream()
            .filter(defect -> defect.catalog().equals(catalog.name()))
            .toList();
  }
}
