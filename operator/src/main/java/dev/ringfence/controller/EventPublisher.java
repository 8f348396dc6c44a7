package dev.ringfence.controller;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates Events. They inform; a failure is logged and never keeps a status from being written. */
final class EventPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);
  private static final int TOO_MANY_REQUESTS = 429;

  private final KubernetesClient client;

  EventPublisher(KubernetesClient client) {
    this.client = client;
  }

  /**
   * False if another attempt may succeed; an Event that exists, or is refused for good, needs none.
   */
  boolean publish(Event event) {
    try {
      client.v1().events().resource(event).create();
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return true;
      }
      LOG.atWarn()
          .addKeyValue("namespace", event.getMetadata().getNamespace())
          .addKeyValue("renewal", event.getInvolvedObject().getName())
          .addKeyValue("status", e.getCode())
          .log("The Event of a transition was not created: {}", e.getMessage());
      return isRefusal(e.getCode());
    }
  }

  /** Without an answer the code is 0. */
  private static boolean isRefusal(int code) {
    return code >= HttpURLConnection.HTTP_BAD_REQUEST
        && code < HttpURLConnection.HTTP_INTERNAL_ERROR
        && code != TOO_MANY_REQUESTS;
  }
}
