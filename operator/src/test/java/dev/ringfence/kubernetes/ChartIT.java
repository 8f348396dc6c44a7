package dev.ringfence.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart, installed by the real Helm into a real API server. */
class ChartIT {
  private static final Path CHART = Path.of("..", "helm", "ringfence");
  private static final String NAMESPACE = "ringfence-system";

  private final RealApi api = RealApi.get();
  private final KubernetesClient client = api.client(request -> {});
  private final Program program = new Program(api);

  static List<Path> everyValuesFile() throws IOException {
    try (Stream<Path> files = Files.list(CHART.resolve("ci"))) {
      return Stream.concat(Stream.of(CHART.resolve("values.yaml")), files).sorted().toList();
    }
  }

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

  @ParameterizedTest
  @MethodSource("everyValuesFile")
  void everyObjectPassesTheStrictValidationOfTheServer(Path values, @TempDir Path folder)
      throws IOException {
    EmptyCluster.namespace(client, "voice");
    EmptyCluster.namespace(client, "voice-lab");
    String rendered =
        new Helm(CHART)
            .template()
            .withName("gate")
            .withNamespace(NAMESPACE)
            .withKubeVersion("1.36.4")
            .withValuesFile(values)
            .set("serviceMonitor.enabled", false)
            .set("prometheusRule.enabled", false)
            .call();
    Path file = Files.writeString(folder.resolve("rendered.yaml"), rendered);

    Program.Run run =
        program.kubectl(
            "apply",
            "--server-side",
            "--force-conflicts",
            "--dry-run=server",
            "--validate=strict",
            "-f",
            file.toString());

    assertThat(run.output()).doesNotContain("rror").doesNotContain("Warning");
    assertThat(run.exit()).isZero();
  }

  private Deployment deployment() {
    return client.apps().deployments().inNamespace(NAMESPACE).list().getItems().get(0);
  }
}
