package dev.ringfence.controller;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces that this process answers for: those whose label names it. A label has one value,
 * so no namespace is of two shards. One that has just been given to this shard is left alone for
 * longer than the shard it came from may go on without asking the API server.
 */
final class Shard implements AutoCloseable {
  static final String LABEL = "ringfence.dev/shard";
  static final Duration HANDOVER = Duration.ofSeconds(10);

  /** How long the answer of the API server counts. */
  static final Duration CONFIRMED = Duration.ofSeconds(2);

  private final String name;
  private final KubernetesClient client;
  private final Clock clock;
  private final LongSupplier nanos;

  /** By namespace: from when on it is this shard's. */
  private final Map<String, Long> owned = new ConcurrentHashMap<>();

  private final Map<String, Long> confirmed = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, ScheduledFuture<?>> handovers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "shard");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable SharedIndexInformer<Namespace> informer;

  /**
   * @param nanos elapsed time
   */
  Shard(String name, KubernetesClient client, Clock clock, LongSupplier nanos) {
    this.name = name;
    this.client = client;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Returns once the namespaces are known. */
  void start() {
    // Those that are there may have been given long ago; what comes later was given just now.
    for (Namespace found : client.namespaces().withLabel(LABEL, name).list().getItems()) {
      gained(found.getMetadata().getName(), untilOwned(found, clock.instant()));
    }
    informer = client.namespaces().withLabel(LABEL, name).inform(new Members());
  }

  /** The listener is given the name of a namespace that was gained or lost. */
  void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  boolean isWatching() {
    SharedIndexInformer<Namespace> started = informer;
    return started != null && started.isWatching();
  }

  /** As far as the watch tells. */
  boolean owns(String namespace) {
    Long from = owned.get(namespace);
    return from != null && nanos.getAsLong() - from >= 0;
  }

  /** Whether the API server says so too, or has said so within the last seconds. */
  boolean confirm(String namespace) {
    if (!owns(namespace)) {
      return false;
    }
    long now = nanos.getAsLong();
    Long last = confirmed.get(namespace);
    if (last != null && now - last < CONFIRMED.toNanos()) {
      return true;
    }
    Namespace found = client.namespaces().withName(namespace).get();
    if (found != null
        && found.getMetadata().getLabels() != null
        && name.equals(found.getMetadata().getLabels().get(LABEL))) {
      // From before the question: the answer may be as old as that.
      confirmed.put(namespace, now);
      return true;
    }
    confirmed.remove(namespace);
    return false;
  }

  @Override
  public void close() {
    SharedIndexInformer<Namespace> started = informer;
    if (started != null) {
      started.close();
    }
    timer.shutdownNow();
  }

  /** Longest when nothing tells since when the label has its value. */
  static Duration untilOwned(Namespace namespace, Instant now) {
    Instant since =
        namespace.getMetadata().getManagedFields().stream()
            .filter(Shard::setsLabel)
            .map(ManagedFieldsEntry::getTime)
            .map(Shard::instant)
            .max(Instant::compareTo)
            .orElse(now);
    Duration left = HANDOVER.minus(Duration.between(since, now));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(HANDOVER) < 0 ? left : HANDOVER;
  }

  private static boolean setsLabel(ManagedFieldsEntry entry) {
    return entry.getFieldsV1() != null
        && entry.getFieldsV1().getAdditionalProperties().get("f:metadata")
            instanceof Map<?, ?> metadata
        && metadata.get("f:labels") instanceof Map<?, ?> labels
        && labels.containsKey("f:" + LABEL);
  }

  private static Instant instant(@Nullable String time) {
    try {
      return time == null ? Instant.MAX : Instant.parse(time);
    } catch (DateTimeException e) {
      return Instant.MAX;
    }
  }

  private void gained(String namespace, Duration wait) {
    owned.put(namespace, nanos.getAsLong() + wait.toNanos());
    ScheduledFuture<?> before =
        handovers.put(
            namespace,
            timer.schedule(() -> tell(namespace), wait.toMillis() + 1, TimeUnit.MILLISECONDS));
    if (before != null) {
      before.cancel(false);
    }
  }

  private void tell(String namespace) {
    listeners.forEach(listener -> listener.accept(namespace));
  }

  private final class Members implements ResourceEventHandler<Namespace> {
    @Override
    public void onAdd(Namespace namespace) {
      String given = namespace.getMetadata().getName();
      if (!owned.containsKey(given)) {
        gained(given, HANDOVER);
      }
    }

    @Override
    public void onUpdate(Namespace before, Namespace after) {}

    @Override
    public void onDelete(Namespace namespace, boolean stateUnknown) {
      String lost = namespace.getMetadata().getName();
      owned.remove(lost);
      confirmed.remove(lost);
      tell(lost);
    }
  }
}
