package dev.ringfence.gather;

import dev.ringfence.catalog.CatalogDefect;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one catalog. */
final class CatalogDefects {
  private static final int MAX_KEPT = 1000;

  private final String catalog;
  private final List<CatalogDefect> found = new ArrayList<>();
  private int omitted;
  private boolean fatal;

  CatalogDefects(String catalog) {
    this.catalog = catalog;
  }

  void add(String place, String message) {
    if (found.size() < MAX_KEPT) {
      found.add(new CatalogDefect(catalog, place, message));
    } else {
      omitted++;
    }
  }

  /** After such a defect no part of the catalog may be used. */
  void addFatal(String place, String message) {
    fatal = true;
    add(place, message);
  }

  boolean fatal() {
    return fatal;
  }

  String catalog() {
    return catalog;
  }

  List<CatalogDefect> all() {
    var all = new ArrayList<>(found);
    if (omitted > 0) {
      all.add(
          new CatalogDefect(catalog, "spec", "%d more defects are not listed.".formatted(omitted)));
    }
    return all;
  }
}
