package dev.ringfence.controller;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Makes clients that ask for the metadata of one kind and for nothing else. */
final class MetadataClient {
  private static final String PARTIAL =
      "application/json;as=PartialObjectMetadata%s;g=meta.k8s.io;v=v1,application/json";

  private MetadataClient() {}

  /**
   * A client whose answers are read as this class. A server that cannot leave out what is not
   * metadata sends whole objects.
   *
   * @param kind of the core group
   */
  static KubernetesClient of(
      KubernetesClient client, String kind, Class<? extends HasMetadata> type) {
    KubernetesSerialization serialization = new KubernetesSerialization();
    serialization.registerKubernetesResource("v1", kind, type);
    serialization.registerKubernetesResource("meta.k8s.io/v1", "PartialObjectMetadata", type);
    return new KubernetesClientBuilder()
        .withConfig(client.getConfiguration())
        .withHttpClientFactory(new ApiConnections())
        .withKubernetesSerialization(serialization)
        .withHttpClientBuilderConsumer(
            http ->
                http.addOrReplaceInterceptor(
                    "metadata-only",
                    new Interceptor() {
                      @Override
                      public void before(
                          BasicBuilder request, HttpRequest original, RequestTags tags) {
                        request.setHeader("Accept", accepted(original));
                      }
                    }))
        .build();
  }

  /** A watch that asks for lists would be ended by the API server at its first event. */
  private static String accepted(HttpRequest request) {
    String query = request.uri().getQuery();
    boolean watches = query != null && query.contains("watch=true");
    return PARTIAL.formatted(watches ? "" : "List");
  }
}
