package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.KeyRef;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.PhoneFleetStatus;
import dev.ringfence.gather.CatalogsInForce;
import dev.ringfence.gather.Content;
import dev.ringfence.gather.FleetGatherer;
import dev.ringfence.gather.GatheredFleet;
import dev.ringfence.gather.UnresolvedInputException;
import dev.ringfence.metrics.CurrentSamples;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts a fleet, so that its status and the metrics say what an evaluation would take. */
final class PhoneFleetReconciler
    implements Reconciler<PhoneFleet>, ShardedReconciler.LettingGo<PhoneFleet> {
  private final OperatorSettings settings;
  private final KubernetesClient client;
  private final CatalogsInForce catalogs;
  private final FleetGatherer gatherer = new FleetGatherer();
  private final StatusWriter<PhoneFleet, PhoneFleetStatus> statuses;
  private final CurrentSamples samples;
  private final Clock clock;
  private @Nullable WatchedKind<FirmwareCatalog> firmware;

  PhoneFleetReconciler(
      OperatorSettings settings,
      KubernetesClient client,
      CatalogsInForce catalogs,
      StatusWriter<PhoneFleet, PhoneFleetStatus> statuses,
      CurrentSamples samples,
      Clock clock) {
    this.settings = settings;
    this.client = client;
    this.catalogs = catalogs;
    this.statuses = statuses;
    this.samples = samples;
    this.clock = clock;
  }

  @Override
  public List<EventSource<?, PhoneFleet>> prepareEventSources(
      EventSourceContext<PhoneFleet> context) {
    IndexerResourceCache<PhoneFleet> fleets = context.getPrimaryCache();
    firmware =
        WatchedKind.of(
            new WatchedKind.Plan<>(
                    FirmwareCatalog.class,
                    "catalogs",
                    any -> fleets.keys().collect(Collectors.toSet()))
                .whenChanged(RenewalWatches::specChanged),
            context);
    WatchedKind<ConfigMap> inventories =
        WatchedKind.of(
            new WatchedKind.Plan<>(
                    ConfigMap.class,
                    "inventories",
                    map ->
                        fleets
                            .list(
                                map.getMetadata().getNamespace(),
                                fleet ->
                                    FleetInventory.isReadFrom(fleet, map.getMetadata().getName()))
                            .map(ResourceID::fromResource)
                            .collect(Collectors.toSet()))
                .in(settings.namespaces())
                .labelled(ConfigMapValue.SELECTOR)
                // Read anew when needed; only that it changed matters here.
                .keeping(CacheTrim::withoutData),
            context);
    List<EventSource<?, PhoneFleet>> sources = new ArrayList<>(firmware.eventSources());
    sources.addAll(inventories.eventSources());
    return sources;
  }

  @Override
  public UpdateControl<PhoneFleet> reconcile(PhoneFleet fleet, Context<PhoneFleet> context) {
    String namespace = fleet.getMetadata().getNamespace();
    String name = fleet.getMetadata().getName();
    if (context.isPrimaryResourceDeleted()) {
      letGo(fleet);
      return UpdateControl.noUpdate();
    }
    ConditionList conditions =
        StatusWriter.conditions(
            statuses.current(fleet), PhoneFleetStatus::conditions, fleet, clock.instant());
    long generation = StatusWriter.generation(fleet);
    try {
      GatheredFleet gathered = gather(fleet);
      samples.fleet(FleetStatusFactory.sample(namespace, gathered.fleet()));
      return statuses.apply(fleet, FleetStatusFactory.counted(gathered, conditions, generation));
    } catch (UnresolvedInputException e) {
      samples.fleetGone(namespace, name);
      return statuses.apply(
          fleet, FleetStatusFactory.unresolved(e.problem(), conditions, generation));
    }
  }

  @Override
  public void letGo(PhoneFleet fleet) {
    statuses.forget(fleet);
    samples.fleetGone(fleet.getMetadata().getNamespace(), fleet.getMetadata().getName());
  }

  private GatheredFleet gather(PhoneFleet fleet) {
    List<FirmwareCatalog> objects =
        Objects.requireNonNull(firmware, "event sources come first").all();
    return gatherer.count(fleet, inventory(fleet), catalogs.merged(objects).catalogs());
  }

  private @Nullable Content inventory(PhoneFleet fleet) {
    KeyRef ref = FleetInventory.of(fleet);
    if (ref == null) {
      return null;
    }
    String namespace = fleet.getMetadata().getNamespace();
    ConfigMap map = client.configMaps().inNamespace(namespace).withName(ref.name()).get();
    return Content.of(ConfigMapValue.read(map, namespace, ref.name(), ref.key()));
  }
}
