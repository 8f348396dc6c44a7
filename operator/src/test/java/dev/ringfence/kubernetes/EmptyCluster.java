package dev.ringfence.kubernetes;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** Makes one API server serve one test after the other. */
public final class EmptyCluster {
  private static final List<Class<? extends HasMetadata>> NAMESPACED =
      List.of(
          CertificateRenewal.class, PhoneFleet.class, RenewalApproval.class, RenewalPolicy.class);

  private EmptyCluster() {}

  /** Leaves this namespace, without anything of an earlier test in it or anywhere else. */
  public static void empty(KubernetesClient client, String namespace) {
    namespace(client, namespace);
    client.resources(FirmwareCatalog.class).delete();
    NAMESPACED.forEach(kind -> client.resources(kind).inAnyNamespace().delete());
    client.configMaps().inNamespace(namespace).delete();
    client.secrets().inNamespace(namespace).delete();
    client.v1().events().inNamespace(namespace).delete();
    client.leases().inNamespace(namespace).delete();
  }

  /** Leaves an existing one as it is. */
  static void namespace(KubernetesClient client, String name) {
    if (client.namespaces().withName(name).get() == null) {
      client
          .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
          .create();
    }
  }
}
