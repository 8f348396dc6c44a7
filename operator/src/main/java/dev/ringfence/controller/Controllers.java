package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import dev.ringfence.gather.ApprovalGatherer;
import dev.ringfence.gather.CatalogsInForce;
import dev.ringfence.gather.PolicyGatherer;
import dev.ringfence.policy.PolicyEngine;
import dev.ringfence.policy.rules.Rules;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts the five controllers together. */
final class Controllers {
  private static final String CATALOGS = "firmwarecatalog";
  private static final String FLEETS = "phonefleet";
  private static final long LIST_LIMIT = 500;

  /** What fails while the API server is away has to follow soon after its return. */
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

  private final OperatorSettings settings;
  private final KubernetesClient client;
  private final MetadataClients metadata;
  private final Measurements measured;
  private final Reconciliations reconciliations;
  private final @Nullable Shard shard;

  Controllers(
      OperatorSettings settings,
      KubernetesClient client,
      MetadataClients metadata,
      Measurements measured,
      Reconciliations reconciliations,
      @Nullable Shard shard) {
    this.settings = settings;
    this.client = client;
    this.metadata = metadata;
    this.measured = measured;
    this.reconciliations = reconciliations;
    this.shard = shard;
  }

  void register(Operator operator) {
    CatalogsInForce catalogs =
        new CatalogsInForce(
            settings.packs(), inForce -> measured.samples().catalogs(CatalogSamples.of(inForce)));
    ApprovalBoard approvals = new ApprovalBoard();
    List<String> rules = Rules.ids();
    InlineChains chains = new InlineChains(client, hasOneStore());
    RenewalWatches watches =
        new RenewalWatches(
            settings,
            client,
            metadata,
            catalogs,
            rules,
            chains,
            new SharedEvaluations(new PolicyEngine(Rules.all())),
            reconciliations,
            measured.meters(),
            measured.clock());
    register(
        operator,
        "certificaterenewal",
        sharded(
            new CertificateRenewalReconciler(
                watches,
                new OutcomeWriter(
                    new StatusWriter<>(client, CertificateRenewal::new),
                    new Announcements(
                        new TransitionEvents(settings.instance()), new EventPublisher(client))),
                approvals,
                measured.samples(),
                measured.clock())),
        chains::strip);
    register(
        operator,
        FLEETS,
        sharded(
            new PhoneFleetReconciler(
                settings,
                client,
                catalogs,
                new StatusWriter<>(client, PhoneFleet::new),
                measured.samples(),
                measured.clock())));
    register(
        operator,
        "renewalapproval",
        sharded(
            new RenewalApprovalReconciler(
                client,
                approvals,
                new ApprovalGatherer(rules),
                new StatusWriter<>(client, RenewalApproval::new),
                measured.samples(),
                measured.clock())));
    register(
        operator,
        "renewalpolicy",
        sharded(
            new RenewalPolicyReconciler(
                new PolicyGatherer(rules),
                new StatusWriter<>(client, RenewalPolicy::new),
                measured.clock())));
    if (settings.writesCatalogs()) {
      register(
          operator,
          CATALOGS,
          new FirmwareCatalogReconciler(
              catalogs, new StatusWriter<>(client, FirmwareCatalog::new), measured.clock()));
    }
  }

  private Reconciler<CertificateRenewal> sharded(CertificateRenewalReconciler reconciler) {
    return shard == null ? reconciler : new ShardedReconciler.OfRenewals(shard, reconciler);
  }

  private Reconciler<PhoneFleet> sharded(PhoneFleetReconciler reconciler) {
    return shard == null ? reconciler : new ShardedReconciler.OfFleets(shard, reconciler);
  }

  private Reconciler<RenewalApproval> sharded(RenewalApprovalReconciler reconciler) {
    return shard == null ? reconciler : new ShardedReconciler.OfApprovals(shard, reconciler);
  }

  private Reconciler<RenewalPolicy> sharded(RenewalPolicyReconciler reconciler) {
    return shard == null ? reconciler : new ShardedReconciler.OfPolicies(shard, reconciler);
  }

  /** Informers of several namespaces would share the store and remove each other's objects. */
  private boolean hasOneStore() {
    return settings.namespaces().size() <= 1;
  }

  private <R extends HasMetadata> void register(
      Operator operator, String name, Reconciler<R> reconciler) {
    register(operator, name, reconciler, CacheTrim::metadata);
  }

  private <R extends HasMetadata> void register(
      Operator operator, String name, Reconciler<R> reconciler, UnaryOperator<R> keeps) {
    operator.register(reconciler, overrider -> configure(overrider, name, keeps));
  }

  private <R extends HasMetadata> void configure(
      ControllerConfigurationOverrider<R> overrider, String name, UnaryOperator<R> keeps) {
    overrider
        .withName(name)
        .withTriggerReconcilerOnAllEvents(true)
        .withInformerListLimit(LIST_LIMIT)
        // Deadlines and events bring every change; nothing is looked at for its own sake.
        .withReconciliationMaxInterval(null)
        .withRetry(
            new GenericRetry()
                .setInitialInterval(Duration.ofSeconds(1))
                .setIntervalMultiplier(2)
                .setMaxInterval(LONGEST_RETRY.toMillis())
                .withoutMaxAttempts());
    if (name.equals(FLEETS)) {
      // Its annotations matter too, and they have no generation.
      overrider
          .withGenerationAware(false)
          .withOnUpdateFilter(
              (after, before) -> FleetInventory.changed((PhoneFleet) before, (PhoneFleet) after));
    }
    boolean everywhere = settings.namespaces().isEmpty() || name.equals(CATALOGS);
    if (everywhere) {
      overrider.watchingAllNamespaces();
    } else {
      overrider.settingNamespaces(settings.namespaces());
    }
    if (everywhere || hasOneStore()) {
      overrider.withItemStore(new TransformingItemStore<>(keeps));
    }
  }
}
