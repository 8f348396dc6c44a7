package dev.ringfence.controller;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind that a controller watches beside its own. There is one informer for all
 * namespaces or one for each namespace named: informers that share a store would remove each
 * other's objects.
 */
final class WatchedKind<R extends HasMetadata> {
  private static final long LIST_LIMIT = 500;
  private static final String EVERYWHERE = "";

  private final Map<String, InformerEventSource<R, ?>> sources = new TreeMap<>();

  private WatchedKind() {}

  /** Which objects, what is kept of them, and which of the controller's own they concern. */
  static final class Plan<R extends HasMetadata> {
    private final Class<R> kind;
    private final String name;
    private final Function<R, Set<ResourceID>> concerns;
    private Set<String> namespaces = Set.of();
    private @Nullable String labelSelector;
    private @Nullable KubernetesClient client;
    private UnaryOperator<R> keeps = CacheTrim::metadata;
    private Predicate<R> additionMatters = added -> true;
    private BiPredicate<R, R> changeMatters = (before, after) -> true;

    Plan(Class<R> kind, String name, Function<R, Set<ResourceID>> concerns) {
      this.kind = kind;
      this.name = name;
      this.concerns = concerns;
    }

    /**
     * @param names empty: all of them
     */
    Plan<R> in(Set<String> names) {
      namespaces = Set.copyOf(names);
      return this;
    }

    Plan<R> labelled(String selector) {
      labelSelector = selector;
      return this;
    }

    Plan<R> by(KubernetesClient other) {
      client = other;
      return this;
    }

    Plan<R> keeping(UnaryOperator<R> trim) {
      keeps = trim;
      return this;
    }

    Plan<R> whenAdded(Predicate<R> matters) {
      additionMatters = matters;
      return this;
    }

    Plan<R> whenChanged(BiPredicate<R, R> matters) {
      changeMatters = matters;
      return this;
    }
  }

  static <R extends HasMetadata, P extends HasMetadata> WatchedKind<R> of(
      Plan<R> plan, EventSourceContext<P> context) {
    WatchedKind<R> watched = new WatchedKind<>();
    Set<String> namespaces = plan.namespaces.isEmpty() ? Set.of(EVERYWHERE) : plan.namespaces;
    for (String namespace : namespaces) {
      watched.sources.put(namespace, source(plan, namespace, context));
    }
    return watched;
  }

  private static <R extends HasMetadata, P extends HasMetadata> InformerEventSource<R, P> source(
      Plan<R> plan, String namespace, EventSourceContext<P> context) {
    InformerEventSourceConfiguration.Builder<R> builder =
        InformerEventSourceConfiguration.from(plan.kind, context.getPrimaryResourceClass())
            .withName(namespace.isEmpty() ? plan.name : plan.name + "-" + namespace)
            .withSecondaryToPrimaryMapper(plan.concerns::apply)
            // Look-ups go by name; no index from primaries is needed.
            .<P>withPrimaryToSecondaryMapper(primary -> Set.of())
            .withItemStore(new TransformingItemStore<>(plan.keeps))
            .withInformerListLimit(LIST_LIMIT)
            .withOnAddFilter(plan.additionMatters::test)
            .withOnUpdateFilter((after, before) -> plan.changeMatters.test(before, after));
    if (namespace.isEmpty()) {
      builder.withWatchAllNamespaces();
    } else {
      builder.withNamespaces(namespace);
    }
    if (plan.labelSelector != null) {
      builder.withLabelSelector(plan.labelSelector);
    }
    if (plan.client != null) {
      builder.withKubernetesClient(plan.client);
    }
    return new InformerEventSource<>(builder.build(), context);
  }

  /** What the framework is to start before the controller reconciles anything. */
  @SuppressWarnings("unchecked")
  <P extends HasMetadata> List<EventSource<?, P>> eventSources() {
    List<EventSource<?, P>> all = new ArrayList<>();
    sources.values().forEach(source -> all.add((EventSource<?, P>) source));
    return all;
  }

  Optional<R> get(@Nullable String namespace, String name) {
    InformerEventSource<R, ?> source =
        sources.getOrDefault(EVERYWHERE, sources.get(namespace == null ? EVERYWHERE : namespace));
    return source == null ? Optional.empty() : source.get(new ResourceID(name, namespace));
  }

  /** Sorted by namespace and name. */
  List<R> all() {
    return sources.values().stream()
        .flatMap(source -> source.list(r -> true))
        .sorted(
            Comparator.comparing((R r) -> String.valueOf(r.getMetadata().getNamespace()))
                .thenComparing(r -> r.getMetadata().getName()))
        .toList();
  }

  Stream<R> in(String namespace) {
    InformerEventSource<R, ?> source = sources.getOrDefault(EVERYWHERE, sources.get(namespace));
    return source == null ? Stream.empty() : source.list(namespace, r -> true);
  }

  /** What the operator itself just wrote, before the watch brings it. */
  void written(ResourceID id, R now, @Nullable R before) {
    String namespace = id.getNamespace().orElse(EVERYWHERE);
    InformerEventSource<R, ?> source = sources.getOrDefault(EVERYWHERE, sources.get(namespace));
    if (source != null) {
      if (before == null) {
        source.handleRecentResourceCreate(id, now);
      } else {
        source.handleRecentResourceUpdate(id, now, before);
      }
    }
  }
}
