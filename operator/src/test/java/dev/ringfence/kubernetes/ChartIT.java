package dev.ringfence.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chart, installed by the real Helm into a real API server. */
class ChartIT {
  private static final String NAMESPACE = "ringfence-system";

  private final RealApi api = RealApi.get();
  private final KubernetesClient client = api.client(request -> {});

  /** Restricted from the first object on: what does not meet it is refused. */
  @BeforeEach
  void restrictedNamespace() {
    EmptyCluster.empty(client, "voice");
    client
        .namespaces()
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(NAMESPACE)
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .endMetadata()
                .build())
        .createOr(NonDeletingOperation::update);
  }

  @AfterEach
  void close() {
    client.close();
  }

  /** No controller makes pods here, so the test does, from the template of the Deployment. */
  @Test
  void thePodIsAdmittedUnderTheRestrictedStandard() {
    try (ChartRelease release = ChartRelease.install(api, Map.of())) {
      assertThat(release.rights()).isNotEmpty();
      Pod pod =
          new PodBuilder()
              .withNewMetadata()
              .withNamespace(NAMESPACE)
              .withName("of-the-template")
              .endMetadata()
              .withSpec(deployment().getSpec().getTemplate().getSpec())
              .build();
      assertThat(client.resource(pod).dryRun().create()).isNotNull();

      pod.getSpec().getContainers().get(0).getSecurityContext().setAllowPrivilegeEscalation(true);
      assertThatThrownBy(() -> client.resource(pod).dryRun().create())
          .isInstanceOf(KubernetesClientException.class)
          .hasMessageContaining("violates PodSecurity \"restricted");
    }
  }

  private Deployment deployment() {
    return client.apps().deployments().inNamespace(NAMESPACE).list().getItems().get(0);
  }
}
