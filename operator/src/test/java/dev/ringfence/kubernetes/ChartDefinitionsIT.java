package dev.ringfence.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import dev.ringfence.api.v1alpha1.CertificateRenewal;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which definitions a release brings, changes and leaves, from a server that has none. */
class ChartDefinitionsIT {
  private static final Path CHART = Path.of("..", "helm", "ringfence");
  private static final Path RENEWAL = Corpus.FOLDER.resolve("certificaterenewal");
  private static final String NAMESPACE = "ringfence-system";
  private static final List<String> NAMES =
      List.of(
          "certificaterenewals.ringfence.dev",
          "firmwarecatalogs.ringfence.dev",
          "phonefleets.ringfence.dev",
          "renewalapprovals.ringfence.dev",
          "renewalpolicies.ringfence.dev");

  private final OwnApi own = OwnApi.start("definitions");
  private final String kubeconfig = own.api().kubeconfig();
  private final KubernetesClient client = own.api().client(request -> {});
  private final Program program = new Program(own.api());

  @BeforeEach
  void namespaces() {
    EmptyCluster.namespace(client, NAMESPACE);
    EmptyCluster.namespace(client, "voice");
  }

  @AfterEach
  void close() {
    client.close();
    own.close();
  }

  @Test
  void comeWithTheReleaseAndStayWithTheirObjectsWhenItGoes() {
    assertThat(definitions()).isEmpty();

    assertThat(install("gate").getStatus()).isEqualTo("deployed");
    Crds.awaitServed(client, definitions());
    assertThat(names()).isEqualTo(NAMES);
    assertThat(program.kubectl("create", "-f", file("valid-spec-full.yaml")).output())
        .isEqualTo("certificaterenewal.ringfence.dev/sample created\n");
    assertThat(program.kubectl("create", "-f", file("invalid-chain-missing.yaml")).output())
        .contains("is invalid:")
        .contains("spec.chain: Required value");

    Release upgraded =
        new Helm(CHART)
            .upgrade()
            .withName("gate")
            .withNamespace(NAMESPACE)
            .set("replicas", 2)
            .withKubeConfigContents(kubeconfig)
            .call();
    assertThat(upgraded.getStatus()).isEqualTo("deployed");
    assertThat(client.policy().v1().podDisruptionBudget().inNamespace(NAMESPACE).list().getItems())
        .hasSize(1);
    assertThat(names()).isEqualTo(NAMES);

    List<CustomResourceDefinition> before = definitions();
    Helm.uninstall("gate").withNamespace(NAMESPACE).withKubeConfigContents(kubeconfig).call();
    assertThat(client.apps().deployments().inNamespace(NAMESPACE).list().getItems()).isEmpty();
    assertThat(definitions()).isEqualTo(before);
    assertThat(renewals()).containsExactly("sample");

    assertThat(install("gate").getStatus()).isEqualTo("deployed");
    assertThat(renewals()).containsExactly("sample");
  }

  /** Helm takes over no object that another release or nobody made. */
  @Test
  void ofAnotherReleaseAreNotTakenOver() {
    install("gate");
    Helm.uninstall("gate").withNamespace(NAMESPACE).withKubeConfigContents(kubeconfig).call();

    assertThatThrownBy(() -> install("other"))
        .hasMessageContaining("invalid ownership metadata")
        .hasMessageContaining("meta.helm.sh/release-name");
    assertThat(withoutDefinitions("other").getStatus()).isEqualTo("deployed");
    assertThat(names()).isEqualTo(NAMES);
  }

  @Test
  void areNotTouchedWhenTheAdministratorOwnsThem() {
    assertThat(withoutDefinitions("gate").getStatus()).isEqualTo("deployed");
    assertThat(definitions()).isEmpty();

    List<CustomResourceDefinition> applied = Crds.install(client);
    assertThatThrownBy(() -> install("other")).hasMessageContaining("invalid ownership metadata");
    Helm.uninstall("gate").withNamespace(NAMESPACE).withKubeConfigContents(kubeconfig).call();
    assertThat(definitions())
        .extracting(definition -> definition.getMetadata().getUid())
        .containsExactlyInAnyOrderElementsOf(
            applied.stream().map(definition -> definition.getMetadata().getUid()).toList());
  }

  private Release install(String name) {
    return new Helm(CHART)
        .install()
        .withName(name)
        .withNamespace(NAMESPACE)
        .withKubeConfigContents(kubeconfig)
        .call();
  }

  private Release withoutDefinitions(String name) {
    return new Helm(CHART)
        .install()
        .withName(name)
        .withNamespace(NAMESPACE)
        .set("crds.install", false)
        .withKubeConfigContents(kubeconfig)
        .call();
  }

  private List<CustomResourceDefinition> definitions() {
    return client.apiextensions().v1().customResourceDefinitions().list().getItems();
  }

  private List<String> names() {
    return definitions().stream()
        .map(definition -> definition.getMetadata().getName())
        .sorted()
        .toList();
  }

  private List<String> renewals() {
    return client
        .resources(CertificateRenewal.class)
        .inNamespace("voice")
        .list()
        .getItems()
        .stream()
        .map(renewal -> renewal.getMetadata().getName())
        .toList();
  }

  private static String file(String name) {
    return RENEWAL.resolve(name).toString();
  }
}
