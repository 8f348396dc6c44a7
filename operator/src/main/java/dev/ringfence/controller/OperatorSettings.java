package dev.ringfence.controller;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operator is told when it starts.
 *
 * @param namespaces to watch; empty: all of them
 * @param secretNamespaces whose labelled Secrets are watched and read; empty: none is asked for
 * @param packs built-in catalogs in force
 * @param instance name of this process, such as its pod's
 * @param leaseOrNull null without leader election
 * @param shardOrNull value of the label of the namespaces to answer for; null: it does not matter
 * @param writesCatalogs whether this process writes the statuses of firmware catalogs
 */
public record OperatorSettings(
    Set<String> namespaces,
    Set<String> secretNamespaces,
    Set<String> packs,
    String instance,
    @Nullable Lease leaseOrNull,
    @Nullable String shardOrNull,
    boolean writesCatalogs) {
  public OperatorSettings {
    namespaces = Set.copyOf(namespaces);
    secretNamespaces = Set.copyOf(secretNamespaces);
    packs = Set.copyOf(packs);
    if (instance.isBlank()) {
      throw new IllegalArgumentException("Expected a name for this process, found none.");
    }
  }

  /** The only operator of its namespaces and the cluster's catalogs. */
  public OperatorSettings(
      Set<String> namespaces,
      Set<String> secretNamespaces,
      Set<String> packs,
      String instance,
      @Nullable Lease leaseOrNull) {
    this(namespaces, secretNamespaces, packs, instance, leaseOrNull, null, true);
  }

  Optional<Lease> lease() {
    return Optional.ofNullable(leaseOrNull);
  }

  /**
   * The Lease that decides who writes.
   *
   * @param namespace null takes the client's own
   */
  public record Lease(@Nullable String namespace, String name) {}
}
