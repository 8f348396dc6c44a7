package dev.ringfence.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Creates and replaces objects as the operator's own field manager. A replacement carries uid and
 * resource version, so that the API server refuses it if the object has changed since; of the
 * answer only what tells the new version is kept.
 */
final class ObjectWrites {
  static final String FIELD_MANAGER = "ringfence-operator";

  private static final String QUERY = "fieldManager=" + FIELD_MANAGER;
  private static final ObjectReader JSON = new ObjectMapper().reader();

  private final KubernetesClient client;

  ObjectWrites(KubernetesClient client) {
    this.client = client;
  }

  /** What the API server says of an object that it took. */
  record Accepted(String uid, String resourceVersion) {}

  Accepted create(HasMetadata object) {
    return send("POST", collection(object), object);
  }

  /** The object as a whole takes the place of the one in the cluster. */
  Accepted replace(HasMetadata object) {
    return send("PUT", collection(object) + "/" + object.getMetadata().getName(), object);
  }

  /** The status takes the place of the one in the cluster, and nothing else does. */
  Accepted replaceStatus(HasMetadata object) {
    String path = collection(object) + "/" + object.getMetadata().getName() + "/status";
    return send("PUT", path, object);
  }

  /** Whether a request was sent from here. */
  static boolean isOne(HttpRequest request) {
    return QUERY.equals(request.uri().getQuery());
  }

  private static String collection(HasMetadata object) {
    String version = object.getApiVersion();
    String namespace = object.getMetadata().getNamespace();
    return (version.contains("/") ? "/apis/" : "/api/")
        + version
        + (namespace == null ? "" : "/namespaces/" + namespace)
        + "/"
        + object.getPlural();
  }

  private Accepted send(String method, String path, HasMetadata object) {
    String answer =
        client.raw(path + "?" + QUERY, method, client.getKubernetesSerialization().asJson(object));
    try {
      JsonNode meta = JSON.readTree(answer).path("metadata");
      return new Accepted(meta.path("uid").asText(), meta.path("resourceVersion").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
