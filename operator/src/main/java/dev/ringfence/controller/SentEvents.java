package dev.ringfence.controller;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Events of processes before this one, listed once, when first asked for. Without them a start
 * would try to create each of them again.
 */
final class SentEvents {
  private static final Logger LOG = LoggerFactory.getLogger(SentEvents.class);
  private static final long PAGE = 500;

  private final KubernetesClient client;
  private final Set<String> namespaces;
  private @Nullable Set<String> names;

  /**
   * @param namespaces empty: all of them
   */
  SentEvents(KubernetesClient client, Set<String> namespaces) {
    this.client = client;
    this.namespaces = Set.copyOf(namespaces);
  }

  synchronized boolean contains(Event event) {
    Set<String> sent = names;
    if (sent == null) {
      sent = list();
      names = sent;
    }
    return sent.contains(key(event));
  }

  /** What cannot be listed is created again, and refused since it exists. */
  private Set<String> list() {
    Set<String> found = new HashSet<>();
    try {
      if (namespaces.isEmpty()) {
        list(client.v1().events().inAnyNamespace(), found);
      }
      for (String namespace : namespaces) {
        list(client.v1().events().inNamespace(namespace), found);
      }
    } catch (KubernetesClientException e) {
      LOG.warn("The Events of earlier processes were not listed: {}", e.getMessage());
    }
    return found;
  }

  private static void list(
      FilterWatchListDeletable<Event, EventList, Resource<Event>> events, Set<String> found) {
    String next = null;
    do {
      EventList page =
          events
              .withLabel(TransitionEvents.LABEL, TransitionEvents.LABEL_VALUE)
              .list(new ListOptionsBuilder().withLimit(PAGE).withContinue(next).build());
      page.getItems().forEach(event -> found.add(key(event)));
      next = page.getMetadata().getContinue();
    } while (next != null && !next.isEmpty());
  }

  private static String key(Event event) {
    return event.getMetadata().getNamespace() + "/" + event.getMetadata().getName();
  }
}
