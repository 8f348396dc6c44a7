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

  private final KubernetesClient client;

  EventPublisher(KubernetesClient client) {
    this.client = client;
  }

  void publish(Event event) {
    try {
      client.v1().events().resource(event).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        LOG.atWarn()
            .addKeyValue("namespace", event.getMetadata().getNamespace())
            .addKeyValue("renewal", event.getInvolvedObject().getName())
            .addKeyValue("status", e.getCode())
            .log("The Event of a transition was not created: {}", e.getMessage());
      }
    }
  }
}
