package dev.ringfence.faults;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.kubernetes.EmptyCluster;
import dev.ringfence.kubernetes.RealApi;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The users' side: what they apply and delete, past the proxy, and when. */
final class Cluster implements AutoCloseable {
  static final String NAMESPACE = "voice";

  private final KubernetesClient client;
  private final CaseClock clock = new CaseClock();
  private final List<Applied> history = new CopyOnWriteArrayList<>();

  Cluster(RealApi api) {
    this.client = api.client(request -> {});
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
    long since = System.nanoTime();
    HasMetadata applied = client.resource(wanted).createOr(NonDeletingOperation::update);
    ended(applied.getClass(), applied.getMetadata().getName());
    history.add(new Applied(applied, since, null));
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
