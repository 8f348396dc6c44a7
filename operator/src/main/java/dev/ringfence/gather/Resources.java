package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import java.util.List;
import java.util.Optional;

/**
 * Where an evaluation takes its inputs from: the caches of a cluster, or files read by a command.
 * What is found is never changed.
 */
public interface Resources {
  /** All of them, in any order. */
  List<FirmwareCatalog> firmwareCatalogs();

  Optional<PhoneFleet> phoneFleet(String namespace, String name);

  Optional<RenewalPolicy> renewalPolicy(String namespace, String name);

  /** Those of the namespace that name this renewal, in any order. */
  List<RenewalApproval> renewalApprovals(String namespace, String renewal);

  /** Those of the namespace that gate this Secret, in any order. */
  List<CertificateRenewal> renewalsOfTarget(String namespace, String secretName);

  /**
   * One key of a ConfigMap.
   *
   * @throws UnresolvedInputException if the object or the key is missing
   */
  Content configMapValue(String namespace, String name, String key);

  /**
   * One key of a Secret, and no other key of it.
   *
   * @throws UnresolvedInputException if the object or the key is missing, or must not be read
   */
  Content secretValue(String namespace, String name, String key);
}
