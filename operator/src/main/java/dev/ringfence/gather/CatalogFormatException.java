package dev.ringfence.gather;

import dev.ringfence.catalog.CatalogDefect;
import java.util.List;

/** A text is no firmware catalog, or so far from one that no part of it may be used. */
public final class CatalogFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<CatalogDefect> defects;

  /**
   * Everything that was found before reading ended.
   *
   * @param defects at least one
   */
  public CatalogFormatException(List<CatalogDefect> defects) {
    super(defects.get(0).toString());
    this.defects = List.copyOf(defects);
  }

  public List<CatalogDefect> defects() {
    return defects;
  }
}
