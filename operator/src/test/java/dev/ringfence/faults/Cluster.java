package dev.ringfence.faults;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.kubernetes.EmptyCluster;
import dev.ringfence.kubernetes.FragileApi;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The users' side: what they apply and delete, past the proxy, and when. */
final class Cluster implements AutoCloseable {
  static final String NAMESPACE = "voice";

  private static final Duration LONGEST_REQUEST = Duration.ofMinutes(1);

  private final FragileApi server;
  private final KubernetesClient client;
  private final CaseClock clock = new CaseClock();
  private int edits;
  private final Map<String, Long> firstTried = new ConcurrentHashMap<>();
  private final List<Applied> history = new CopyOnWriteArrayList<>();

  Cluster(FragileApi server) {
    this.server = server;
    this.client = server.api().client(request -> {});
    client.getConfiguration().setRequestTimeout((int) LONGEST_REQUEST.toMillis());
  }

  /**
   * One state of one object, as long as it was the last.
   *
   * @param until null while it is
   */
  record Applied(HasMetadata object, long since, @Nullable Long until) {
    boolean is(Class<?> kind, String name) {
      return kind.isInstance(object) && object.getMetadata().getName().equals(name);
    }

    boolean inForceAt(long nanos, long grace) {
      return since <= nanos && (until == null || nanos - until <= grace);
    }
  }

  void empty() {
    EmptyCluster.empty(client, NAMESPACE);
    history.clear();
    clock.moveTo(CaseClock.START);
    clock.skew(Duration.ZERO);
  }

  void apply(String yaml) {
    HasMetadata wanted = Serialization.unmarshal(yaml, kind(yaml));
    // An attempt that seemed to fail may have succeeded.
    long since = firstTried.computeIfAbsent(yaml, first -> System.nanoTime());
    HasMetadata applied = applied(wanted);
    firstTried.remove(yaml);
    ended(applied.getClass(), applied.getMetadata().getName());
    history.add(new Applied(applied, since, null));
  }

  /** As often as a status of the operator comes in between. */
  private HasMetadata applied(HasMetadata wanted) {
    while (true) {
      try {
        return client.resource(wanted).createOr(NonDeletingOperation::update);
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
          throw e;
        }
      }
    }
  }

  private static Class<? extends HasMetadata> kind(String yaml) {
    String name = Serialization.unmarshal(yaml, GenericKubernetesResource.class).getKind();
    return ClusterState.KINDS.stream()
        .filter(kind -> kind.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  void delete(Class<? extends HasMetadata> kind, String name) {
    client.resources(kind).inNamespace(NAMESPACE).withName(name).delete();
    ended(kind, name);
  }

  /** An annotation that means nothing, on whatever there is: a new version of the same spec. */
  void editAll() {
    for (Applied applied : history()) {
      HasMetadata object = applied.object();
      if (applied.until() == null) {
        String annotation = "{\"metadata\":{\"annotations\":{\"example.com/edit\":\"%d\"}}}";
        client
            .resource(object)
            .patch(PatchContext.of(PatchType.JSON_MERGE), annotation.formatted(edits++));
      }
    }
  }

  private void ended(Class<?> kind, String name) {
    long now = System.nanoTime();
    history.replaceAll(
        applied ->
            applied.is(kind, name) && applied.until() == null
                ? new Applied(applied.object(), applied.since(), now)
                : applied);
  }

  List<Applied> history() {
    return List.copyOf(history);
  }

  FragileApi server() {
    return server;
  }

  CaseClock clock() {
    return clock;
  }

  Optional<CertificateRenewal> renewal() {
    return Optional.ofNullable(
        client
            .resources(CertificateRenewal.class)
            .inNamespace(NAMESPACE)
            .withName(Scenarios.RENEWAL)
            .get());
  }

  ClusterState state() {
    return ClusterState.read(client, NAMESPACE);
  }

  @Override
  public void close() {
    client.close();
  }
}
