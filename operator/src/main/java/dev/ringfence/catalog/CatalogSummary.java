package dev.ringfence.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One line on a catalog.
 *
 * @param releases that are listed
 * @param statements on facts, entries of trust stores not counted
 * @param storeEntries in all trust stores together
 */
public record CatalogSummary(
    String name,
    @Nullable String platform,
    @Nullable String edition,
    int priority,
    int families,
    int models,
    int releases,
    int certificates,
    int trustStores,
    int storeEntries,
    int statements) {
  public static CatalogSummary of(FirmwareCatalog catalog) {
    return new CatalogSummary(
        catalog.name(),
        catalog.platform(),
        catalog.edition(),
        catalog.priority(),
        catalog.families().size(),
        catalog.models().size(),
        catalog.releases().size(),
        catalog.certificates().size(),
        catalog.trustStores().size(),
        catalog.trustStores().stream().mapToInt(store -> store.entries().size()).sum(),
        catalog.statements().size());
  }
}
