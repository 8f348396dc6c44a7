package dev.ringfence.controller;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.metrics.CatalogSample;
import java.util.List;

/** What the metrics tell of the catalogs in force. */
final class CatalogSamples {
  private CatalogSamples() {}

  static List<CatalogSample> of(FirmwareCatalogs catalogs) {
    return catalogs.catalogs().stream()
        .map(
            catalog ->
                new CatalogSample(
                    catalog.name(),
                    catalog.platform() == null ? "" : catalog.platform(),
                    catalog.edition() == null ? "" : catalog.edition()))
        .toList();
  }
}
