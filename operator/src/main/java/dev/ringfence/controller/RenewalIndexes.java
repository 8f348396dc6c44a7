package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalSpec;
import dev.ringfence.api.v1alpha1.ChainSource;
import dev.ringfence.api.v1alpha1.KeyRef;
import dev.ringfence.api.v1alpha1.NameRef;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From an input to exactly the renewals that name it, by indexes on the cache of renewals. */
final class RenewalIndexes {
  private static final String FLEET = "fleet";
  private static final String POLICY = "policy";
  private static final String CONFIG_MAP = "configMap";
  private static final String SECRET = "secret";
  private static final String TARGET = "target";

  private final IndexerResourceCache<CertificateRenewal> renewals;

  /** To be constructed before the cache starts. */
  RenewalIndexes(IndexerResourceCache<CertificateRenewal> renewals) {
    this.renewals = renewals;
    Map<String, Function<CertificateRenewal, List<String>>> indexers = new HashMap<>();
    indexers.put(FLEET, index(spec -> spec.fleetRefs().stream().map(NameRef::name)));
    indexers.put(POLICY, index(spec -> names(spec.policyRef())));
    indexers.put(
        CONFIG_MAP,
        index(
            spec -> chains(spec).map(ChainSource::configMapKeyRef).flatMap(RenewalIndexes::names)));
    indexers.put(
        SECRET,
        index(spec -> chains(spec).map(ChainSource::secretKeyRef).flatMap(RenewalIndexes::names)));
    indexers.put(
        TARGET,
        index(spec -> spec.target() == null ? Stream.of() : Stream.of(spec.target().secretName())));
    renewals.addIndexers(indexers);
  }

  Set<ResourceID> namingFleet(HasMetadata fleet) {
    return ids(FLEET, key(fleet));
  }

  Set<ResourceID> namingPolicy(HasMetadata policy) {
    return ids(POLICY, key(policy));
  }

  Set<ResourceID> namingSecret(HasMetadata secret) {
    return ids(SECRET, key(secret));
  }

  /** Those that take a chain from it, and those of the fleets that take their inventory from it. */
  Set<ResourceID> namingConfigMap(ConfigMap map, Stream<PhoneFleet> fleetsOfNamespace) {
    Set<ResourceID> ids = new HashSet<>(ids(CONFIG_MAP, key(map)));
    String name = map.getMetadata().getName();
    fleetsOfNamespace
        .filter(fleet -> FleetInventory.isReadFrom(fleet, name))
        .forEach(fleet -> ids.addAll(namingFleet(fleet)));
    return ids;
  }

  List<CertificateRenewal> ofTarget(String namespace, String secretName) {
    return renewals.byIndex(TARGET, namespace + "/" + secretName);
  }

  Set<ResourceID> all() {
    return renewals.keys().collect(Collectors.toSet());
  }

  private Set<ResourceID> ids(String index, String key) {
    return renewals.byIndex(index, key).stream()
        .map(ResourceID::fromResource)
        .collect(Collectors.toSet());
  }

  private static Function<CertificateRenewal, List<String>> index(
      Function<CertificateRenewalSpec, Stream<String>> names) {
    return renewal ->
        renewal.getSpec() == null
            ? List.of()
            : names
                .apply(renewal.getSpec())
                .map(name -> renewal.getMetadata().getNamespace() + "/" + name)
                .distinct()
                .toList();
  }

  private static Stream<ChainSource> chains(CertificateRenewalSpec spec) {
    return Stream.of(spec.chain(), spec.currentChain()).filter(Objects::nonNull);
  }

  private static Stream<String> names(@Nullable NameRef ref) {
    return ref == null ? Stream.of() : Stream.of(ref.name());
  }

  private static Stream<String> names(@Nullable KeyRef ref) {
    return ref == null ? Stream.of() : Stream.of(ref.name());
  }

  private static String key(HasMetadata resource) {
    return resource.getMetadata().getNamespace() + "/" + resource.getMetadata().getName();
  }
}
