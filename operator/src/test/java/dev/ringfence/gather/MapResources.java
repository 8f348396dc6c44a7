package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import dev.ringfence.api.v1alpha1.RenewalTarget;
import dev.ringfence.policy.Problem;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inputs given as YAML, in one namespace. */
final class MapResources implements Resources {
  private final KubernetesSerialization yaml = new KubernetesSerialization();
  private final List<HasMetadata> objects = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();

  MapResources with(HasMetadata object) {
    objects.add(object);
    return this;
  }

  <T extends HasMetadata> MapResources with(Class<T> kind, String manifest) {
    return with(read(kind, manifest));
  }

  <T extends HasMetadata> T read(Class<T> kind, String manifest) {
    return yaml.unmarshal(manifest, kind);
  }

  /**
   * Adds a value of a ConfigMap.
   *
   * @param reference name and key, separated by a slash
   */
  MapResources withValue(String reference, String value) {
    values.put(reference, value);
    return this;
  }

  @Override
  public List<FirmwareCatalog> firmwareCatalogs() {
    return all(FirmwareCatalog.class);
  }

  @Override
  public Optional<PhoneFleet> phoneFleet(String namespace, String name) {
    return named(PhoneFleet.class, name);
  }

  @Override
  public Optional<RenewalPolicy> renewalPolicy(String namespace, String name) {
    return named(RenewalPolicy.class, name);
  }

  @Override
  public List<RenewalApproval> renewalApprovals(String namespace, String renewal) {
    return all(RenewalApproval.class).stream()
        .filter(approval -> renewal.equals(approval.getSpec().renewal()))
        .toList();
  }

  @Override
  public List<CertificateRenewal> renewalsOfTarget(String namespace, String secretName) {
    return all(CertificateRenewal.class).stream()
        .filter(renewal -> gates(renewal.getSpec().target(), secretName))
        .toList();
  }

  private static boolean gates(@Nullable RenewalTarget target, String secretName) {
    return target != null && secretName.equals(target.secretName());
  }

  @Override
  public Content configMapValue(String namespace, String name, String key) {
    String value = values.get(name + "/" + key);
    if (value == null) {
      throw new UnresolvedInputException(
          new Problem("ConfigMapNotFound", "There is no " + name + ".", false));
    }
    return Content.of(value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Content secretValue(String namespace, String name, String key) {
    throw new UnresolvedInputException(
        new Problem("SecretForbidden", "The Secret must not be read.", false));
  }

  private <T extends HasMetadata> Optional<T> named(Class<T> kind, String name) {
    return all(kind).stream()
        .filter(object -> object.getMetadata().getName().equals(name))
        .findFirst();
  }

  private <T extends HasMetadata> List<T> all(Class<T> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
