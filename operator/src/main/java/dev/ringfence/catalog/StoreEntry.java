package dev.ringfence.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a trust store holds one certificate.
 *
 * @param present null: stated to be unknown
 */
public record StoreEntry(
    String sha256,
    @Nullable Boolean present,
    EvidenceLevel level,
    List<String> sources,
    @Nullable String note) {
  public StoreEntry {
    sources = List.copyOf(sources);
  }
}
