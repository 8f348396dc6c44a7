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
 */
public record OperatorSettings(
    Set<String> namespaces,
    Set<String> secretNamespaces,
    Set<String> packs,
    String instance,
    @Nullable Lease leaseOrNull) {
  public OperatorSettings {
    namespaces = Set.copyOf(namespaces);
    secretNamespaces = Set.copyOf(secretNamespaces);
    packs = Set.copyOf(packs);
    if (instance.isBlank()) {
      throw new IllegalArgumentException("Expected a name for this process, found none.");
    }
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
