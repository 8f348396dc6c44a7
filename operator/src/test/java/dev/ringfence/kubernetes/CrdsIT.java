package dev.ringfence.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The definitions on a real API server, and the corpus of manifests against it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrdsIT {
  private static final String NAMESPACE = "voice";

  private final KubernetesClient client = RealApi.get().client(request -> {});

  static List<Path> corpus() {
    return Corpus.files();
  }

  @BeforeAll
  void namespace() {
    EmptyCluster.empty(client, NAMESPACE);
  }

  @AfterAll
  void close() {
    client.close();
  }

  @Test
  void everyDefinitionIsAcceptedAndTheSecondTimeNothingChanges() {
    List<CustomResourceDefinition> first = Crds.install(client);
    List<CustomResourceDefinition> second = Crds.install(client);

    assertThat(first).hasSize(5);
    assertThat(second)
        .extracting(CrdsIT::version)
        .isEqualTo(first.stream().map(CrdsIT::version).toList());
    assertThat(second)
        .allSatisfy(
            definition ->
                assertThat(definition.getStatus().getConditions())
                    .filteredOn(condition -> condition.getType().equals("NonStructuralSchema"))
                    .extracting(CustomResourceDefinitionCondition::getMessage)
                    .isEmpty());
  }

  private static String version(HasMetadata object) {
    return object.getMetadata().getResourceVersion();
  }

  /** A case of two documents is an update: what is refused is the second. */
  @ParameterizedTest
  @MethodSource("corpus")
  void isAcceptedOrRefusedAsItsNameSays(Path file) throws IOException {
    boolean valid = Corpus.isValid(file);
    List<GenericKubernetesResource> documents = Corpus.documents(file);
    List<String> answers = new ArrayList<>();
    try {
      for (GenericKubernetesResource document : documents) {
        answers.add(answer(document));
      }
    } finally {
      documents.forEach(document -> client.resource(document).delete());
    }

    assertThat(answers.subList(0, answers.size() - 1)).allMatch(String::isEmpty);
    String last = answers.get(answers.size() - 1);
    if (valid) {
      assertThat(last).isEmpty();
    } else {
      assertThat(last).contains(message(file));
    }
  }

  @Test
  void aResourceThatNobodyHasSeenIsNotCurrent() throws IOException {
    Path file = Corpus.FOLDER.resolve("certificaterenewal/valid-spec-minimal.yaml");
    GenericKubernetesResource created = client.resource(Corpus.documents(file).get(0)).create();
    try {
      CertificateRenewal renewal =
          client
              .resources(CertificateRenewal.class)
              .inNamespace(NAMESPACE)
              .withName(created.getMetadata().getName())
              .get();
      assertThat(renewal.getStatus()).isNotNull();
      assertThat(renewal.getStatus().observedGeneration()).isEqualTo(-1);
      assertThat(renewal.getMetadata().getGeneration()).isEqualTo(1);
    } finally {
      client.resource(created).delete();
    }
  }

  /** Empty if accepted; strict, so that a field the schema does not know is refused as well. */
  private String answer(GenericKubernetesResource document) {
    try {
      if (client.resource(document).get() == null) {
        client.resource(document).fieldValidation(Validation.STRICT).create();
      } else {
        client.resource(document).fieldValidation(Validation.STRICT).update();
      }
      if (document.getAdditionalProperties().containsKey("status")) {
        client.resource(document).updateStatus();
      }
      return "";
    } catch (KubernetesClientException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String message(Path file) throws IOException {
    return Files.readString(file)
        .lines()
        .filter(line -> line.startsWith("# message:"))
        .map(line -> line.substring("# message:".length()).strip())
        .findFirst()
        .orElseThrow();
  }
}
