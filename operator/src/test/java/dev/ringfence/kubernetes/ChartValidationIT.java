package dev.ringfence.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that the chart can render, by kubeconform with the schemas of the API server and by
 * the API server itself. ServiceMonitor and PrometheusRule are defined there as the Prometheus
 * operator does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartValidationIT {
  private static final String MONITORING = "monitoring.coreos.com/v1";

  private final OwnApi own = OwnApi.start("validation");
  private final KubernetesClient client = own.api().client(request -> {});
  private final Program program = new Program(own.api());

  private final Path kubeconform = GoTools.kubeconform();
  private final Path folder;
  private final ChartRenderings renderings;

  ChartValidationIT(@TempDir Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.renderings = ChartRenderings.all(folder.resolve("chart"));
  }

  @BeforeAll
  void publishTheSchemas() throws IOException, InterruptedException {
    Crds.install(client);
    for (Path definition : GoTools.prometheusOperatorDefinitions()) {
      Crds.awaitServed(client, List.of(Crds.apply(client, definition)));
    }
    for (String namespace : Set.of(ChartRenderings.NAMESPACE, "voice", "voice-lab")) {
      client
          .namespaces()
          .resource(
              new NamespaceBuilder()
                  .withNewMetadata()
                  .withName(namespace)
                  .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                  .addToLabels("pod-security.kubernetes.io/warn", "restricted")
                  .endMetadata()
                  .build())
          .createOr(NonDeletingOperation::update);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                KubeconformSchemas.published(client, MONITORING).toString().contains("honorLabels")
                    && KubeconformSchemas.published(client, MONITORING)
                        .has("com.coreos.monitoring.v1.PrometheusRule"));
    KubeconformSchemas.write(
        client,
        KubernetesBinaries.version(),
        new TreeSet<>(renderings.apiVersions()),
        folder.resolve("schemas"));
    renderings.write(folder.resolve("documents"));
  }

  @AfterAll
  void close() {
    client.close();
    own.close();
  }

  @Test
  void everyKindOfTheChartIsAmongTheRenderings() {
    assertThat(renderings.kinds())
        .containsExactly(
            "ClusterRole",
            "ClusterRoleBinding",
            "ConfigMap",
            "CustomResourceDefinition",
            "Deployment",
            "NetworkPolicy",
            "Pod",
            "PodDisruptionBudget",
            "PrometheusRule",
            "Role",
            "RoleBinding",
            "Service",
            "ServiceAccount",
            "ServiceMonitor");
  }

  @Test
  void everyCombinationPassesKubeconform() {
    Program.Run run = kubeconform(folder.resolve("documents"));

    assertThat(run.output())
        .contains(
            "Summary: %d resources found in %d files - Valid: %d, Invalid: 0, Errors: 0, Skipped: 0"
                .formatted(renderings.size(), renderings.size(), renderings.size()));
    assertThat(run.exit()).isZero();
  }

  @Test
  void everyCombinationPassesTheStrictValidationOfTheServer() {
    Program.Run run = dryRun(folder.resolve("documents"));

    assertThat(run.output()).doesNotContain("rror").doesNotContain("Warning");
    assertThat(
            run.output()
                .lines()
                .filter(line -> line.endsWith(" serverside-applied (server dry run)")))
        .hasSize(renderings.size());
    assertThat(run.exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment, '  replicas: 1', '  replicass: 1', replicass",
    "Deployment, '  replicas: 1', '  replicas: one', replicas",
    "Deployment, 'containerPort:', 'contanerPort:', contanerPort",
    "NetworkPolicy, 'policyTypes:', 'policyType:', policyType",
    "ServiceMonitor, 'honorLabels: true', 'honourLabels: true', honourLabels",
    "ServiceMonitor, 'interval: 15s', 'interval: 30', interval",
    "PrometheusRule, '- alert:', '- alarm:', alarm",
    "PrometheusRule, 'expr:', 'expression:', expression",
    "CustomResourceDefinition, 'scope: Namespaced', 'scop: Namespaced', scop",
    "Pod, 'restartPolicy:', 'restartPolice:', restartPolice",
    "PodDisruptionBudget, 'maxUnavailable: 1', 'maxUnavaliable: 1', maxUnavaliable"
  })
  void aMistakeIsRefusedByBoth(String kind, String right, String wrong, String named)
      throws IOException {
    String document = renderings.document(kind);
    assertThat(document).contains(right);
    Path file = folder.resolve("mistake.yaml");
    Files.writeString(file, document.replaceFirst(right, wrong));

    Program.Run checked = kubeconform(file);
    assertThat(checked.exit()).isNotZero();
    assertThat(checked.output()).contains("Invalid: 1").contains(named);
    Program.Run applied = dryRun(file);
    assertThat(applied.exit()).isNotZero();
    assertThat(applied.output()).contains(named);
  }

  private Program.Run kubeconform(Path path) {
    return Program.run(
        kubeconform,
        "-strict",
        "-summary",
        "-kubernetes-version",
        KubernetesBinaries.version(),
        "-schema-location",
        folder.resolve("schemas").toString(),
        path.toString());
  }

  private Program.Run dryRun(Path path) {
    return program.kubectl(
        "apply",
        "--server-side",
        "--force-conflicts",
        "--dry-run=server",
        "--validate=strict",
        "-f",
        path.toString());
  }
}
