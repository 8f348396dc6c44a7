package dev.ringfence.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of trusted roots that releases refer to by name.
 *
 * @param complete whether it lists every root there is; null: not said, as in an overlay that only
 *     adds entries
 * @param level of the statement that it is complete; null if there is none
 * @param damaged whether an entry could not be read, so that absence proves nothing
 * @param damagedEntries SHA-256 of the certificates whose entries could not be read
 */
public record NamedTrustStore(
    String name,
    @Nullable Boolean complete,
    @Nullable EvidenceLevel level,
    List<String> sources,
    List<StoreEntry> entries,
    boolean damaged,
    Set<String> damagedEntries) {
  public NamedTrustStore {
    sources = List.copyOf(sources);
    entries = List.copyOf(entries);
    damagedEntries = Set.copyOf(damagedEntries);
  }

  public NamedTrustStore(
      String name,
      @Nullable Boolean complete,
      @Nullable EvidenceLevel level,
      List<String> sources,
      List<StoreEntry> entries) {
    this(name, complete, level, sources, entries, false, Set.of());
  }
}
