package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import dev.ringfence.gather.Content;
import dev.ringfence.gather.Resources;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Optional;

/**
 * The inputs as the informers of one controller hold them. The framework reconciles nothing before
 * all of them have synced, so that an object not found here does not exist.
 */
record ClusterResources(
    WatchedKind<FirmwareCatalog> catalogs,
    WatchedKind<PhoneFleet> fleets,
    WatchedKind<RenewalPolicy> policies,
    WatchedKind<RenewalApproval> approvals,
    WatchedKind<ConfigMap> configMaps,
    RenewalIndexes renewals,
    InlineChains chains,
    SecretReader secrets)
    implements Resources {

  @Override
  public List<FirmwareCatalog> firmwareCatalogs() {
    return catalogs.all();
  }

  @Override
  public Optional<PhoneFleet> phoneFleet(String namespace, String name) {
    return fleets.get(namespace, name);
  }

  @Override
  public Optional<RenewalPolicy> renewalPolicy(String namespace, String name) {
    return policies.get(namespace, name);
  }

  @Override
  public List<RenewalApproval> renewalApprovals(String namespace, String renewal) {
    return approvals
        .in(namespace)
        .filter(approval -> approval.getSpec() != null)
        .filter(approval -> renewal.equals(approval.getSpec().renewal()))
        .toList();
  }

  @Override
  public List<CertificateRenewal> renewalsOfTarget(String namespace, String secretName) {
    // One without its chain brings another one, as far as anybody can tell.
    return renewals.ofTarget(namespace, secretName).stream()
        .map(renewal -> chains.whole(renewal).orElse(renewal))
        .toList();
  }

  @Override
  public Content configMapValue(String namespace, String name, String key) {
    return Content.of(
        ConfigMapValue.read(configMaps.get(namespace, name).orElse(null), namespace, name, key));
  }

  @Override
  public Content secretValue(String namespace, String name, String key) {
    return Content.of(secrets.read(namespace, name, key));
  }
}
