package dev.ringfence.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the first definitions to those of today, with objects stored. The fixture has the first
 * definition of each kind: of commit b0e229f for FirmwareCatalog, else of 59ad4d3. It differs from
 * today's in how numbers are written, in one bound, since a group had up to 100,000,000 phones and
 * now has 10,000,000, and in the fields of a status, which had an owner each.
 */
class DefinitionUpgradeIT {
  private static final Path FIRST = Path.of("src/test/resources/definitions");
  private static final Path CHART = Path.of("..", "helm", "ringfence");
  private static final String NAMESPACE = "ringfence-system";
  private static final long ONCE_ALLOWED = 50_000_000;

  private final OwnApi own = OwnApi.start("upgrade");
  private final KubernetesClient client = own.api().client(request -> {});

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
  void byServerSideApplyEveryObjectIsKeptAndWritable() throws IOException {
    List<CustomResourceDefinition> first = Crds.install(client, FIRST);
    List<GenericKubernetesResource> stored = store();
    Map<String, Object> before = contents(stored);

    List<CustomResourceDefinition> now = Crds.install(client);

    assertThat(now).extracting(DefinitionUpgradeIT::uid).isEqualTo(uids(first));
    assertThat(now)
        .allSatisfy(
            definition -> assertThat(definition.getMetadata().getGeneration()).isEqualTo(2));
    assertThat(contents(stored)).isEqualTo(before);
    assertWritable(stored);
  }

  @Test
  void byTheChartEveryObjectIsKeptAndWritable(@TempDir Path folder) throws IOException {
    new Helm(chartWithFirstDefinitions(folder))
        .install()
        .withName("gate")
        .withNamespace(NAMESPACE)
        .withKubeConfigContents(own.api().kubeconfig())
        .call();
    Crds.awaitServed(client, definitions());
    assertThat(mostPhones()).isEqualTo(100_000_000);
    List<GenericKubernetesResource> stored = store();
    Map<String, Object> before = contents(stored);

    new Helm(CHART)
        .upgrade()
        .withName("gate")
        .withNamespace(NAMESPACE)
        .withKubeConfigContents(own.api().kubeconfig())
        .call();

    assertThat(mostPhones()).isEqualTo(10_000_000);
    assertThat(contents(stored)).isEqualTo(before);
    assertWritable(stored);
  }

  /** Whoever narrows a definition finds here what happens to the objects that are there already. */
  @Test
  void anObjectThatIsNoLongerAllowedIsReadAndLabelledButNotRepeated() throws IOException {
    Crds.install(client, FIRST);
    GenericKubernetesResource fleet =
        Corpus.documents(Corpus.FOLDER.resolve("phonefleet/valid-groups-minimal.yaml")).get(0);
    List<Map<String, Object>> groups = fleet.get("spec", "groups");
    groups.get(0).put("phones", ONCE_ALLOWED);
    client.resource(fleet).create();

    Crds.install(client);

    PhoneFleet read =
        client.resources(PhoneFleet.class).inNamespace("voice").withName("sample").get();
    assertThat(read.getSpec().groups())
        .singleElement()
        .matches(group -> Objects.equals(group.phones(), ONCE_ALLOWED));
    label(fleet);
    groups.get(0).put("phones", ONCE_ALLOWED + 1);
    assertThatThrownBy(() -> client.resource(fleet).update())
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("should be less than or equal to 10000000");
    groups.get(0).put("phones", 10_000_000);
    client.resource(fleet).update();
  }

  /** Every valid manifest of the corpus, each under a name of its own. */
  private List<GenericKubernetesResource> store() throws IOException {
    List<GenericKubernetesResource> stored = new ArrayList<>();
    for (Path file : Corpus.valid()) {
      String stem = file.getFileName().toString().replace(".yaml", "").toLowerCase(Locale.ROOT);
      for (GenericKubernetesResource document : Corpus.documents(file)) {
        document.getMetadata().setName(stem + "-" + stored.size());
        client.resource(document).fieldValidation(Validation.STRICT).create();
        stored.add(document);
      }
    }
    assertThat(stored)
        .extracting(HasMetadata::getKind)
        .contains(
            "CertificateRenewal",
            "FirmwareCatalog",
            "PhoneFleet",
            "RenewalApproval",
            "RenewalPolicy");
    return stored;
  }

  /** What the server now says of these objects, versions and all. */
  private Map<String, Object> contents(List<GenericKubernetesResource> objects) {
    Map<String, Object> contents = new TreeMap<>();
    objects.forEach(
        object -> {
          GenericKubernetesResource now = client.resource(object).get();
          assertThat(now).as(object.getMetadata().getName()).isNotNull();
          contents.put(object.getKind() + " " + object.getMetadata().getName(), now);
        });
    return contents;
  }

  private void assertWritable(List<GenericKubernetesResource> stored) {
    stored.forEach(this::label);
    stored.forEach(
        object -> {
          GenericKubernetesResource again = client.resource(object).get();
          assertThat(again.getMetadata().getLabels()).containsEntry("upgraded", "yes");
          client.resource(again).updateStatus();
          client.resource(again).delete();
          client.resource(object).fieldValidation(Validation.STRICT).create();
        });
  }

  private void label(GenericKubernetesResource object) {
    GenericKubernetesResource now = client.resource(object).get();
    now.getMetadata().setLabels(Map.of("upgraded", "yes"));
    client.resource(now).fieldValidation(Validation.STRICT).update();
  }

  private List<CustomResourceDefinition> definitions() {
    return client.apiextensions().v1().customResourceDefinitions().list().getItems();
  }

  private int mostPhones() {
    return Serialization.asJson(
            client
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("phonefleets.ringfence.dev")
                .get())
        .transform(DefinitionUpgradeIT::tree)
        .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/groups/items")
        .at("/properties/phones/maximum")
        .asInt();
  }

  private static JsonNode tree(String json) {
    return Serialization.unmarshal(json, JsonNode.class);
  }

  private static Path chartWithFirstDefinitions(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(CHART)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(CHART.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    for (Path file : Crds.files(FIRST)) {
      Files.writeString(
          folder.resolve("templates").resolve("crd-" + file.getFileName()),
          Files.readString(file)
              .replace(
                  "\nmetadata:\n",
                  "\nmetadata:\n  annotations: {helm.sh/resource-policy: keep}\n"));
    }
    return folder;
  }

  private static List<String> uids(List<CustomResourceDefinition> definitions) {
    return definitions.stream().map(DefinitionUpgradeIT::uid).toList();
  }

  private static String uid(HasMetadata object) {
    return object.getMetadata().getUid();
  }
}
