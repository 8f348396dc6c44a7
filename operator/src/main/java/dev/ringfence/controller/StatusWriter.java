package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.StatusCondition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Applies statuses server-side, and only if they differ. A cache may still hold the object as it
 * was before the last write; that write is remembered until the cache has caught up, so that one
 * transition is neither written nor announced twice.
 */
final class StatusWriter<R extends CustomResource<?, S>, S> {
  static final String FIELD_MANAGER = "ringfence-operator";

  private final KubernetesClient client;
  private final Supplier<R> newResource;
  private final Map<String, Written<S>> written = new ConcurrentHashMap<>();

  StatusWriter(KubernetesClient client, Supplier<R> newResource) {
    this.client = client;
    this.newResource = newResource;
  }

  /** The status in force: that of the cached object, unless a later one was written. */
  @Nullable S current(R resource) {
    Written<S> last = written.get(resource.getMetadata().getUid());
    if (last == null) {
      return resource.getStatus();
    }
    if (version(resource.getMetadata()) >= last.version()) {
      written.remove(resource.getMetadata().getUid(), last);
      return resource.getStatus();
    }
    return last.status();
  }

  /** Returns whether something was written. */
  boolean write(R resource, S status) {
    if (Objects.equals(current(resource), status)) {
      return false;
    }
    R fresh = newResource.get();
    fresh.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(resource.getMetadata().getNamespace())
            .withName(resource.getMetadata().getName())
            // Another object of the same name is refused, not given this one's status.
            .withUid(resource.getMetadata().getUid())
            .build());
    fresh.setStatus(status);
    R patched;
    try {
      patched = client.resource(fresh).subresource("status").patch(apply());
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return false; // Deleted meanwhile.
      }
      throw e;
    }
    written.put(
        resource.getMetadata().getUid(), new Written<>(version(patched.getMetadata()), status));
    return true;
  }

  void forget(R resource) {
    written.remove(resource.getMetadata().getUid());
  }

  /** Conditions that carry their transition times over from the status in force. */
  static <S> ConditionList conditions(
      @Nullable S current,
      Function<S, List<StatusCondition>> ofStatus,
      HasMetadata resource,
      Instant now) {
    return new ConditionList(
        current == null ? List.of() : ofStatus.apply(current), generation(resource), now);
  }

  static long generation(HasMetadata resource) {
    Long generation = resource.getMetadata().getGeneration();
    return generation == null ? 0 : generation;
  }

  private static PatchContext apply() {
    return new PatchContext.Builder()
        .withPatchType(PatchType.SERVER_SIDE_APPLY)
        .withFieldManager(FIELD_MANAGER)
        .withForce(true)
        .build();
  }

  /** Resource versions of one API server grow; anything else counts as the newest. */
  private static long version(ObjectMeta meta) {
    try {
      return Long.parseLong(meta.getResourceVersion());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private record Written<S>(long version, S status) {}
}
