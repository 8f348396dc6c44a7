package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.StatusCondition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Replaces statuses, and only if they differ. Each write carries the resource version it was
 * computed from, so that the API server refuses it if the object has changed since: a status never
 * speaks of another spec, nor overwrites what a later leader wrote.
 *
 * <p>A cache may still hold the object as it was before the last write; that write is remembered
 * until the cache has caught up, so that one transition is neither written nor announced twice.
 */
final class StatusWriter<R extends CustomResource<?, S>, S> {
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final int MAX_DOUBLINGS = 10;

  private final ObjectWrites writes;
  private final Supplier<R> newResource;
  private final Map<String, Written<S>> written = new ConcurrentHashMap<>();
  private final Map<String, Integer> outdated = new ConcurrentHashMap<>();

  StatusWriter(KubernetesClient client, Supplier<R> newResource) {
    this.writes = new ObjectWrites(client);
    this.newResource = newResource;
  }

  /** The status in force: that of the cached object, unless a later one was written. */
  @Nullable S current(R resource) {
    Written<S> last = written.get(resource.getMetadata().getUid());
    if (last == null) {
      return resource.getStatus();
    }
    if (number(resource.getMetadata().getResourceVersion()) >= number(last.resourceVersion())) {
      written.remove(resource.getMetadata().getUid(), last);
      return resource.getStatus();
    }
    return last.status();
  }

  /** Writes the status; an outdated one is computed anew after a short while. */
  UpdateControl<R> apply(R resource, S status) {
    UpdateControl<R> control = UpdateControl.noUpdate();
    return write(resource, status) == StatusWrite.OUTDATED
        ? control.rescheduleAfter(untilFresh(resource))
        : control;
  }

  StatusWrite write(R resource, S status) {
    String uid = resource.getMetadata().getUid();
    if (Objects.equals(current(resource), status)) {
      outdated.remove(uid);
      return StatusWrite.UNCHANGED;
    }
    R fresh = newResource.get();
    fresh.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(resource.getMetadata().getNamespace())
            .withName(resource.getMetadata().getName())
            // Another object of the same name is refused, not given this one's status.
            .withUid(uid)
            .withResourceVersion(knownVersion(resource))
            .build());
    fresh.setStatus(status);
    ObjectWrites.Accepted accepted;
    try {
      accepted = writes.replaceStatus(fresh);
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return StatusWrite.GONE;
      }
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return outdated(resource);
      }
      throw e;
    }
    outdated.remove(uid);
    written.put(uid, new Written<>(accepted.resourceVersion(), status));
    return StatusWrite.WRITTEN;
  }

  /** Counts a status that must not be written, since what it was computed from has changed. */
  StatusWrite outdated(R resource) {
    outdated.merge(resource.getMetadata().getUid(), 1, Integer::sum);
    return StatusWrite.OUTDATED;
  }

  /**
   * How long to wait for the watch that brings the newer object: it announces a new spec, but not
   * every change that makes a status outdated.
   */
  Duration untilFresh(R resource) {
    int times = outdated.getOrDefault(resource.getMetadata().getUid(), 1);
    Duration delay = FIRST_WAIT.multipliedBy(1L << Math.min(times - 1, MAX_DOUBLINGS));
    return delay.compareTo(LONGEST_WAIT) < 0 ? delay : LONGEST_WAIT;
  }

  void forget(R resource) {
    written.remove(resource.getMetadata().getUid());
    outdated.remove(resource.getMetadata().getUid());
  }

  /** Nothing but the last status was changed between the cached version and that of its write. */
  private String knownVersion(R resource) {
    Written<S> last = written.get(resource.getMetadata().getUid());
    return last == null ? resource.getMetadata().getResourceVersion() : last.resourceVersion();
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

  /** Resource versions of one API server grow; anything else counts as the newest. */
  private static long number(String resourceVersion) {
    try {
      return Long.parseLong(resourceVersion);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private record Written<S>(String resourceVersion, S status) {}
}
