package dev.ringfence.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A named store after every overlay. */
final class MergedStore {
  private record RankedEntry(int rank, String catalog, StoreEntry entry) {}

  /** Who says that the store is complete. */
  private record Completeness(
      int rank, String catalog, EvidenceLevel level, List<String> sources) {}

  private final String name;
  private final Map<String, List<RankedEntry>> entries = new HashMap<>();
  private final Map<String, String> damaged = new HashMap<>();
  private @Nullable Completeness completeness;

  MergedStore(String name) {
    this.name = name;
  }

  /**
   * Lays one over what is there: a complete list replaces everything, any other replaces the
   * entries of the certificates that it names.
   */
  void overlay(NamedTrustStore store, int rank, String catalog) {
    if (Boolean.TRUE.equals(store.complete())) {
      entries.clear();
      damaged.clear();
      completeness =
          store.level() == null
              ? null
              : new Completeness(rank, catalog, store.level(), store.sources());
    }
    if (Boolean.FALSE.equals(store.complete()) || store.damaged()) {
      completeness = null;
    }
    var named = new TreeSet<>(store.damagedEntries());
    store.entries().forEach(entry -> named.add(entry.sha256()));
    entries.keySet().removeAll(named);
    damaged.keySet().removeAll(named);
    store.damagedEntries().forEach(sha256 -> damaged.put(sha256, catalog));
    for (var entry : store.entries()) {
      entries
          .computeIfAbsent(entry.sha256(), unused -> new ArrayList<>())
          .add(new RankedEntry(rank, catalog, entry));
    }
  }

  /** Why nothing can be said of a certificate, null if its entries are sound. */
  @Nullable String defectOf(String sha256) {
    var catalog = damaged.get(sha256);
    return catalog == null
        ? null
        : "An entry of the trust store %s in catalog %s is about it and has a defect."
            .formatted(name, catalog);
  }

  boolean isComplete(EvidenceLevel minimum) {
    return completeness != null && completeness.level().reaches(minimum);
  }

  /** Digests of all that it says something of, damaged entries included. */
  Set<String> certificates() {
    var all = new HashSet<>(entries.keySet());
    all.addAll(damaged.keySet());
    return all;
  }

  /**
   * What the store says of a certificate in a release that refers to it, at most at the level of
   * that release. A complete store says of what it does not list that it is absent.
   */
  List<RankedStatement> statements(FactKey key, String sha256, ListedRelease listed) {
    var scope = Scope.of(listed.version());
    var ceiling = listed.release().level();
    var found = entries.get(sha256);
    if (found != null) {
      return found.stream()
          .map(
              ranked ->
                  new RankedStatement(
                      ranked.rank(),
                      statement(key, ranked.entry(), ranked.catalog(), scope, ceiling)))
          .toList();
    }
    if (completeness == null || damaged.containsKey(sha256)) {
      return List.of();
    }
    var absence =
        new Statement(
            key,
            false,
            completeness.level().atMost(ceiling),
            completeness.sources(),
            scope,
            completeness.catalog(),
            "The store " + name + " is complete and does not list this certificate.");
    return List.of(new RankedStatement(completeness.rank(), absence));
  }

  private Statement statement(
      FactKey key, StoreEntry entry, String catalog, Scope scope, EvidenceLevel ceiling) {
    var note = "Store " + name + (entry.note() == null ? "." : ": " + entry.note());
    return new Statement(
        key, entry.present(), entry.level().atMost(ceiling), entry.sources(), scope, catalog, note);
  }
}
