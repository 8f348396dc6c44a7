package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import dev.ringfence.gather.ApprovalGatherer;
import dev.ringfence.gather.CatalogsInForce;
import dev.ringfence.gather.Gatherer;
import dev.ringfence.metrics.EvaluationMeters;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Sets up the informers of the renewals' controller, and which renewals each object concerns. */
final class RenewalWatches implements RenewalInputs.Factory {
  private final OperatorSettings settings;
  private final KubernetesClient client;
  private final MetadataClients metadata;
  private final CatalogsInForce catalogs;
  private final Collection<String> rules;
  private final InlineChains chains;
  private final SharedEvaluations evaluations;
  private final Reconciliations reconciliations;
  private final EvaluationMeters meters;
  private final Clock clock;

  /**
   * @param metadata the clients of reports and Secrets
   * @param rules ids of the rules that there are
   */
  RenewalWatches(
      OperatorSettings settings,
      KubernetesClient client,
      MetadataClients metadata,
      CatalogsInForce catalogs,
      Collection<String> rules,
      InlineChains chains,
      SharedEvaluations evaluations,
      Reconciliations reconciliations,
      EvaluationMeters meters,
      Clock clock) {
    this.settings = settings;
    this.client = client;
    this.metadata = metadata;
    this.catalogs = catalogs;
    this.rules = rules;
    this.chains = chains;
    this.evaluations = evaluations;
    this.reconciliations = reconciliations;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public RenewalInputs create(EventSourceContext<CertificateRenewal> context) {
    RenewalIndexes renewals = new RenewalIndexes(context.getPrimaryCache());
    Set<String> namespaces = settings.namespaces();
    WatchedKind<FirmwareCatalog> firmware =
        WatchedKind.of(
            new WatchedKind.Plan<>(FirmwareCatalog.class, "catalogs", any -> renewals.all())
                .whenChanged(RenewalWatches::specChanged),
            context);
    WatchedKind<PhoneFleet> fleets =
        WatchedKind.of(
            new WatchedKind.Plan<>(PhoneFleet.class, "fleets", renewals::namingFleet)
                .in(namespaces)
                .whenChanged(FleetInventory::changed),
            context);
    WatchedKind<RenewalPolicy> policies =
        WatchedKind.of(
            new WatchedKind.Plan<>(RenewalPolicy.class, "policies", renewals::namingPolicy)
                .in(namespaces)
                .whenChanged(RenewalWatches::specChanged),
            context);
    WatchedKind<RenewalApproval> approvals =
        WatchedKind.of(
            new WatchedKind.Plan<>(RenewalApproval.class, "approvals", RenewalWatches::approved)
                .in(namespaces)
                .whenChanged(RenewalWatches::specChanged),
            context);
    WatchedKind<ConfigMap> configMaps =
        WatchedKind.of(
            new WatchedKind.Plan<>(
                    ConfigMap.class,
                    "inputs",
                    map ->
                        renewals.namingConfigMap(map, fleets.in(map.getMetadata().getNamespace())))
                .in(namespaces)
                .labelled(ConfigMapValue.SELECTOR)
                .whenChanged(RenewalWatches::dataChanged),
            context);
    WatchedKind<ReportMetadata> reports =
        WatchedKind.of(
            new WatchedKind.Plan<>(ReportMetadata.class, "reports", RenewalWatches::owner)
                .in(namespaces)
                .labelled(ReportConfigMap.LABEL + "=true")
                .keeping(ReportMetadata::trimmed)
                .by(metadata.reports())
                .whenAdded(RenewalWatches::isNotAsWritten)
                .whenChanged((before, after) -> isNotAsWritten(after)),
            context);
    List<EventSource<?, CertificateRenewal>> sources = new ArrayList<>();
    sources.add(new ClockSteps(clock, System::nanoTime, renewals::all));
    List.of(firmware, fleets, policies, approvals, configMaps, reports)
        .forEach(kind -> sources.addAll(kind.eventSources()));
    KubernetesClient ofSecrets = metadata.secretsOrNull();
    if (ofSecrets != null) {
      sources.addAll(secrets(ofSecrets, renewals, context).eventSources());
    }
    ClusterResources resources =
        new ClusterResources(
            firmware,
            fleets,
            policies,
            approvals,
            configMaps,
            renewals,
            chains,
            new SecretReader(client, settings.secretNamespaces()));
    return new RenewalInputs(
        chains,
        new RenewalJudge(new Gatherer(resources, catalogs, rules), evaluations, meters),
        new LiveApprovals(client, new ApprovalGatherer(rules)),
        new ReportStore(new ReportObjects(client, reports), new ReportTexts(meters)),
        new FollowUps(reconciliations::areFew, System::nanoTime),
        new TargetClaims(renewals),
        new SimpleInboundEventSource<>("siblings"),
        sources);
  }

  private WatchedKind<SecretMetadata> secrets(
      KubernetesClient metadataClient,
      RenewalIndexes renewals,
      EventSourceContext<CertificateRenewal> context) {
    return WatchedKind.of(
        new WatchedKind.Plan<>(SecretMetadata.class, "secrets", renewals::namingSecret)
            .in(settings.secretNamespaces())
            .labelled(ConfigMapValue.SELECTOR)
            .by(metadataClient),
        context);
  }

  private static Set<ResourceID> approved(RenewalApproval approval) {
    String renewal = approval.getSpec() == null ? null : approval.getSpec().renewal();
    return renewal == null
        ? Set.of()
        : Set.of(new ResourceID(renewal, approval.getMetadata().getNamespace()));
  }

  private static boolean isNotAsWritten(ReportMetadata report) {
    return report.state() != ReportMetadata.State.INTACT;
  }

  private static Set<ResourceID> owner(ReportMetadata report) {
    Set<ResourceID> owners = new HashSet<>();
    report
        .getMetadata()
        .getOwnerReferences()
        .forEach(
            owner ->
                owners.add(new ResourceID(owner.getName(), report.getMetadata().getNamespace())));
    return owners;
  }

  /** Statuses and labels change without it. */
  static boolean specChanged(HasMetadata before, HasMetadata after) {
    return !Objects.equals(before.getMetadata().getUid(), after.getMetadata().getUid())
        || !Objects.equals(
            before.getMetadata().getGeneration(), after.getMetadata().getGeneration());
  }

  private static boolean dataChanged(ConfigMap before, ConfigMap after) {
    return !Objects.equals(before.getData(), after.getData())
        || !Objects.equals(before.getBinaryData(), after.getBinaryData());
  }
}
