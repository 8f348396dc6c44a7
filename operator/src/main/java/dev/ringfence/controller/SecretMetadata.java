package dev.ringfence.controller;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** A Secret of which nothing but the metadata is decoded. It tells that a Secret changed. */
@Group("")
@Version("v1")
@Kind("Secret")
@Plural("secrets")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonDeserialize(using = JsonDeserializer.None.class)
@SuppressWarnings("serial")
public final class SecretMetadata implements HasMetadata, Namespaced {
  private static final String METADATA_ONLY =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,"
          + "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";

  private ObjectMeta metadata = new ObjectMeta();
  private String apiVersion = "v1";
  private String kind = "Secret";

  @Override
  public ObjectMeta getMetadata() {
    return metadata;
  }

  @Override
  public void setMetadata(ObjectMeta metadata) {
    this.metadata = metadata;
  }

  @Override
  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  @Override
  public String getApiVersion() {
    return apiVersion;
  }

  @Override
  public void setApiVersion(String apiVersion) {
    this.apiVersion = apiVersion;
  }

  /**
   * A client that asks for metadata only, so that the API server sends no value of any Secret. A
   * server that cannot do so sends whole Secrets, whose values are not decoded.
   */
  static KubernetesClient client(KubernetesClient client) {
    KubernetesSerialization serialization = new KubernetesSerialization();
    serialization.registerKubernetesResource("v1", "Secret", SecretMetadata.class);
    serialization.registerKubernetesResource(
        "meta.k8s.io/v1", "PartialObjectMetadata", SecretMetadata.class);
    return new KubernetesClientBuilder()
        .withConfig(client.getConfiguration())
        .withKubernetesSerialization(serialization)
        .withHttpClientBuilderConsumer(
            http ->
                http.addOrReplaceInterceptor(
                    "metadata-only",
                    new Interceptor() {
                      @Override
                      public void before(
                          BasicBuilder request, HttpRequest original, RequestTags tags) {
                        request.setHeader("Accept", METADATA_ONLY);
                      }
                    }))
        .build();
  }
}
