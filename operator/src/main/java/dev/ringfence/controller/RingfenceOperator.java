package dev.ringfence.controller;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.Cloner;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.health.EventSourceHealthIndicator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator of one process: starts, says whether it is ready, stops. */
public final class RingfenceOperator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RingfenceOperator.class);
  private static final int RECONCILIATIONS_AT_ONCE = 32;
  private static final Duration TERMINATION = Duration.ofSeconds(10);
  private static final Duration SYNC = Duration.ofMinutes(2);

  private static final Cloner AS_IT_IS =
      new Cloner() {
        @Override
        public <R extends HasMetadata> R clone(R resource) {
          return resource;
        }
      };

  private final OperatorSettings settings;
  private final KubernetesClient client;
  private final MetadataClients metadata;
  private final Runnable onEnd;
  private final Reconciliations reconciliations = new Reconciliations(RECONCILIATIONS_AT_ONCE);
  private final @Nullable Shard shard;
  private final Operator operator;
  private volatile boolean stopping;
  private volatile boolean deposed;

  /**
   * @param onEnd ends the process: another one leads, or a kind is watched no more
   */
  public RingfenceOperator(
      OperatorSettings settings,
      KubernetesClient client,
      Measurements measurements,
      Runnable onEnd) {
    this.settings = settings;
    this.client = client;
    this.metadata = MetadataClients.of(client, settings);
    this.onEnd = onEnd;
    String name = settings.shardOrNull();
    this.shard =
        name == null ? null : new Shard(name, client, measurements.clock(), System::nanoTime);
    this.operator = new Operator(this::configure);
    new Controllers(settings, client, metadata, measurements, reconciliations, shard)
        .register(operator);
  }

  /** Returns once every informer has synced; throws if one cannot. */
  public void start() {
    if (shard != null) {
      shard.start();
    }
    operator.start();
    LOG.atInfo()
        .addKeyValue(
            "namespaces", String.join(",", settings.namespaces().stream().sorted().toList()))
        .addKeyValue("instance", settings.instance())
        .log("The operator has started.");
  }

  /** What is missing for readiness, a sentence each, sorted; empty when ready. */
  public List<String> unready() {
    if (stopping) {
      return List.of("The operator is stopping.");
    }
    if (!operator.getRuntimeInfo().isStarted()) {
      return List.of("The informers have not synced yet.");
    }
    if (shard != null && !shard.isWatching()) {
      return List.of("The namespaces of the shard are not watched.");
    }
    Map<String, Map<String, EventSourceHealthIndicator>> unhealthy =
        new TreeMap<>(operator.getRuntimeInfo().unhealthyEventSources());
    return unhealthy.entrySet().stream()
        .flatMap(controller -> sentences(controller.getKey(), controller.getValue()))
        .toList();
  }

  private static Stream<String> sentences(
      String controller, Map<String, EventSourceHealthIndicator> unhealthy) {
    return unhealthy.keySet().stream()
        .sorted()
        .map(
            source ->
                "The controller %s does not watch: its event source %s is not synced or not"
                        .formatted(controller, source)
                    + " connected.");
  }

  @Override
  public void close() {
    stopping = true;
    operator.stop();
    if (shard != null) {
      shard.close();
    }
    if (!deposed) {
      settings
          .lease()
          .ifPresent(lease -> new LeaseRelease(client, lease, settings.instance()).run());
    }
    metadata.close();
    LOG.info("The operator has stopped.");
  }

  private void configure(ConfigurationServiceOverrider overrider) {
    overrider
        .withKubernetesClient(client)
        .withCloseClientOnStop(false)
        .withExecutorService(reconciliations.executor())
        .withStopOnInformerErrorDuringStartup(true)
        // The framework would call System.exit.
        .withInformerStoppedHandler((informer, failure) -> informerStopped(failure))
        .withCacheSyncTimeout(SYNC)
        .withReconciliationTerminationTimeout(TERMINATION)
        // Nothing of the cache is changed by a reconciler, so nothing has to be cloned for it.
        .withCloneSecondaryResourcesWhenGettingFromCache(false)
        .withResourceCloner(AS_IT_IS);
    settings
        .lease()
        .ifPresent(
            lease ->
                overrider.withLeaderElectionConfiguration(
                    LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(lease.name())
                        .withLeaseNamespace(LeaseRelease.namespace(client, lease))
                        .withIdentity(settings.instance())
                        // The framework would call System.exit, also on an orderly stop.
                        .withExitOnStopLeading(false)
                        .withLeaderCallbacks(
                            new LeaderCallbacks(
                                () -> LOG.info("This process leads."),
                                this::leadershipEnded,
                                leader -> {}))
                        .build()));
  }

  private void leadershipEnded() {
    if (!stopping) {
      LOG.error("Leadership was lost; another process may write from now on.");
      deposed = true;
      // Ends what is under way and whatever would be tried again.
      client.close();
      metadata.close();
      onEnd.run();
    }
  }

  private void informerStopped(@Nullable Throwable failure) {
    if (failure != null && !stopping) {
      LOG.atError().setCause(failure).log("A kind can be watched no more.");
      onEnd.run();
    }
  }
}
