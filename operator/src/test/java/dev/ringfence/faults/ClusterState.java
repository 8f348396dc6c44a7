package dev.ringfence.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that operators wrote, without what differs from run to run: transition times, names of Events
 * (they hash a uid) and which process wrote.
 *
 * @param texts by object
 * @param events sorted
 */
record ClusterState(Map<String, String> texts, List<String> events) {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final List<Class<? extends HasMetadata>> KINDS =
      List.of(
          CertificateRenewal.class,
          FirmwareCatalog.class,
          PhoneFleet.class,
          RenewalApproval.class,
          RenewalPolicy.class);

  ClusterState {
    texts = Map.copyOf(texts);
    events = List.copyOf(events);
  }

  static ClusterState read(KubernetesClient client, String namespace) {
    Map<String, String> texts = new TreeMap<>();
    for (Class<? extends HasMetadata> kind : KINDS) {
      for (HasMetadata object : client.resources(kind).inAnyNamespace().list().getItems()) {
        JsonNode status = JSON.valueToTree(object).path("status");
        forgetTimes(status);
        texts.put(kind.getSimpleName() + " " + object.getMetadata().getName(), status.toString());
      }
    }
    for (ConfigMap map :
        client
            .configMaps()
            .inNamespace(namespace)
            .withLabel("ringfence.dev/report", "true")
            .list()
            .getItems()) {
      texts.put(
          "report " + map.getMetadata().getName(),
          new TreeMap<>(map.getMetadata().getAnnotations()) + " " + new TreeMap<>(map.getData()));
    }
    return new ClusterState(
        texts,
        client.v1().events().inNamespace(namespace).list().getItems().stream()
            .map(ClusterState::text)
            .sorted()
            .toList());
  }

  /** For states in between that a run without the fault does not pass. */
  ClusterState withoutEvents() {
    return new ClusterState(texts, List.of());
  }

  /** Verdicts, gates and conditions alone: what is left of it when instants differ. */
  ClusterState withoutInstants() {
    Map<String, String> kept = new TreeMap<>();
    texts.forEach(
        (object, text) -> {
          if (!object.startsWith("report ")) {
            kept.put(object, outline(text));
          }
        });
    return new ClusterState(kept, List.of());
  }

  private static String outline(String text) {
    JsonNode status;
    try {
      status = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    StringBuilder outline = new StringBuilder();
    for (String field : List.of("verdict", "gate", "chainSha256", "inForce")) {
      outline.append(status.path(field)).append(' ');
    }
    for (JsonNode condition : status.path("conditions")) {
      for (String field : List.of("type", "status", "reason")) {
        outline.append(condition.path(field)).append(' ');
      }
    }
    return outline.toString();
  }

  /** What differs from the other, a line each; empty if nothing does. */
  List<String> differences(ClusterState other) {
    Map<String, String> all = new TreeMap<>(texts);
    all.putAll(other.texts);
    return Stream.concat(
            all.keySet().stream()
                .filter(key -> !texts.getOrDefault(key, "").equals(other.texts.get(key)))
                .map(key -> key + ": " + texts.get(key) + " <> " + other.texts.get(key)),
            events.equals(other.events)
                ? Stream.empty()
                : Stream.of("Events: " + events + " <> " + other.events))
        .toList();
  }

  private static String text(Event event) {
    return String.join(
        " ", event.getType(), event.getReason(), "x" + event.getCount(), event.getMessage());
  }

  private static void forgetTimes(JsonNode status) {
    for (JsonNode condition : status.path("conditions")) {
      ((ObjectNode) condition).remove("lastTransitionTime");
    }
  }
}
