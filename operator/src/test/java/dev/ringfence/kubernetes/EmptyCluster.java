package dev.ringfence.kubernetes;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;

/** Makes one API server serve one test after the other. */
public final class EmptyCluster {
  private static final List<Class<? extends HasMetadata>> NAMESPACED =
      List.of(
          CertificateRenewal.class, PhoneFleet.class, RenewalApproval.class, RenewalPolicy.class);

  /** To delete thousands takes longer than a client waits otherwise. */
  private static final int TIMEOUT_MILLIS = 300_000;

  private EmptyCluster() {}

  /** Leaves this namespace, without anything of an earlier test in it or anywhere else. */
  public static void empty(KubernetesClient client, String namespace) {
    namespace(client, namespace);
    try (KubernetesClient patient =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder(client.getConfiguration())
                    .withRequestTimeout(TIMEOUT_MILLIS)
                    .build())
            .build()) {
      patient.resources(FirmwareCatalog.class).delete();
      NAMESPACED.forEach(kind -> patient.resources(kind).inAnyNamespace().delete());
      patient.configMaps().inNamespace(namespace).delete();
      patient.secrets().inNamespace(namespace).delete();
      patient.v1().events().inNamespace(namespace).delete();
      patient.leases().inNamespace(namespace).delete();
    }
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
