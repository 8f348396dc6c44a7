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

/** Puts the five controllers together. */
final class Controllers {
  private static final String CATALOGS = "firmwarecatalog";
  private static final String FLEETS = "phonefleet";
  private static final long LIST_LIMIT = 500;

  /** What fails while the API server is away has to follow soon after its return. */
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

  private final OperatorSettings settings;
  private final KubernetesClient client;
  private final KubernetesClient metadataClient;
  private final Measurements measured;

  Controllers(
      OperatorSettings settings,
      KubernetesClient client,
      KubernetesClient metadataClient,
      Measurements measured) {
    this.settings = settings;
    this.client = client;
    this.metadataClient = metadataClient;
    this.measured = measured;
  }

  void register(Operator operator) {
    CatalogsInForce catalogs =
        new CatalogsInForce(
            settings.packs(), inForce -> measured.samples().catalogs(CatalogSamples.of(inForce)));
    ApprovalBoard approvals = new ApprovalBoard();
    List<String> rules = Rules.ids();
    RenewalWatches watches =
        new RenewalWatches(
            settings,
            client,
            metadataClient,
            catalogs,
            rules,
            new PolicyEngine(Rules.all()),
            measured.meters(),
            measured.clock());
    register(
        operator,
        "certificaterenewal",
        new CertificateRenewalReconciler(
            watches,
            new StatusWriter<>(client, CertificateRenewal::new),
            new Announcements(
                new TransitionEvents(settings.instance()),
                new EventPublisher(client),
                new SentEvents(client, settings.namespaces())),
            approvals,
            measured.samples(),
            measured.clock()));
    register(
        operator,
        FLEETS,
        new PhoneFleetReconciler(
            settings,
            client,
            catalogs,
            new StatusWriter<>(client, PhoneFleet::new),
            measured.samples(),
            measured.clock()));
    register(
        operator,
        "renewalapproval",
        new RenewalApprovalReconciler(
            client,
            approvals,
            new ApprovalGatherer(rules),
            new StatusWriter<>(client, RenewalApproval::new),
            measured.samples(),
            measured.clock()));
    register(
        operator,
        "renewalpolicy",
        new RenewalPolicyReconciler(
            new PolicyGatherer(rules),
            new StatusWriter<>(client, RenewalPolicy::new),
            measured.clock()));
    register(
        operator,
        CATALOGS,
        new FirmwareCatalogReconciler(
            catalogs, new StatusWriter<>(client, FirmwareCatalog::new), measured.clock()));
  }

  private <R extends HasMetadata> void register(
      Operator operator, String name, Reconciler<R> reconciler) {
    operator.register(reconciler, overrider -> configure(overrider, name));
  }

  private <R extends HasMetadata> void configure(
      ControllerConfigurationOverrider<R> overrider, String name) {
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
    if (everywhere || settings.namespaces().size() == 1) {
      // Informers of several namespaces would share the store and remove each other's objects.
      overrider.withItemStore(new TransformingItemStore<>(CacheTrim::metadata));
    }
  }
}
