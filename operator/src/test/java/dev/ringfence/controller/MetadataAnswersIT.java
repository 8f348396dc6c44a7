package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.kubernetes.RealApi;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a real API server answers to the operator's writes. */
class MetadataAnswersIT {
  private static final String MAPS = "/api/v1/namespaces/default/configmaps";

  private final KubernetesClient client =
      new KubernetesClientBuilder()
          .withConfig(RealApi.get().config())
          .withHttpClientBuilderConsumer(
              http -> http.addOrReplaceInterceptor("metadata-answers", new MetadataAnswers()))
          .build();

  @AfterEach
  void close() {
    client.configMaps().inNamespace("default").withName("answered").delete();
    client.close();
  }

  @Test
  void aWriteIsAnsweredByTheMetadataOfWhatWasTaken() throws Exception {
    JsonNode answer = create("?fieldManager=" + ObjectWrites.FIELD_MANAGER);

    assertThat(answer.path("kind").asText()).isEqualTo("PartialObjectMetadata");
    assertThat(answer.has("data")).isFalse();
    assertThat(answer.at("/metadata/uid").asText()).isNotEmpty();
    assertThat(stored().getData()).containsEntry("key", "value");
  }

  @Test
  void aWriteOfAnybodyElseIsAnsweredByTheObject() throws Exception {
    assertThat(create("").at("/data/key").asText()).isEqualTo("value");
  }

  @Test
  void theOperatorLearnsTheVersionOfWhatItWrote() throws Exception {
    create("");

    ObjectWrites.Accepted accepted = new ObjectWrites(client).replace(stored());

    assertThat(accepted.resourceVersion()).isEqualTo(stored().getMetadata().getResourceVersion());
    assertThat(accepted.uid()).isEqualTo(stored().getMetadata().getUid());
  }

  private JsonNode create(String query) throws Exception {
    ConfigMap map =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("answered")
            .withNamespace("default")
            .endMetadata()
            .withData(Map.of("key", "value"))
            .build();
    return new ObjectMapper().readTree(client.raw(MAPS + query, "POST", map));
  }

  private ConfigMap stored() {
    return client.configMaps().inNamespace("default").withName("answered").get();
  }
}
