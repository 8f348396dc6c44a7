package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reconciles what is in the namespaces of this shard, and knows nothing of what is in others. The
 * framework reads the kind from the superclass, so that each kind has a class of its own.
 */
abstract class ShardedReconciler<R extends HasMetadata> implements Reconciler<R> {
  private final Shard shard;
  private final Reconciler<R> reconciler;
  private final LettingGo<R> held;

  /** What a reconciler does with an object that it is not to write any more. */
  interface LettingGo<R> {
    /** Forgets what is known of it, as far as it is known. */
    void letGo(R resource);
  }

  private ShardedReconciler(Shard shard, Reconciler<R> reconciler, LettingGo<R> held) {
    this.shard = shard;
    this.reconciler = reconciler;
    this.held = held;
  }

  @Override
  public List<EventSource<?, R>> prepareEventSources(EventSourceContext<R> context) {
    IndexerResourceCache<R> all = context.getPrimaryCache();
    SimpleInboundEventSource<R> membership = new SimpleInboundEventSource<>("membership");
    shard.onChange(
        namespace ->
            all.list(namespace, any -> true)
                .map(ResourceID::fromResource)
                .toList()
                .forEach(membership::propagateEvent));
    List<EventSource<?, R>> sources = new ArrayList<>(reconciler.prepareEventSources(context));
    sources.add(membership);
    return sources;
  }

  @Override
  public UpdateControl<R> reconcile(R resource, Context<R> context) throws Exception {
    if (context.isPrimaryResourceDeleted()) {
      return reconciler.reconcile(resource, context);
    }
    String namespace = resource.getMetadata().getNamespace();
    if (shard.confirm(namespace)) {
      return reconciler.reconcile(resource, context);
    }
    held.letGo(resource);
    return shard.owns(namespace)
        ? UpdateControl.<R>noUpdate().rescheduleAfter(Shard.CONFIRMED)
        : UpdateControl.noUpdate();
  }

  static final class OfRenewals extends ShardedReconciler<CertificateRenewal> {
    OfRenewals(Shard shard, CertificateRenewalReconciler reconciler) {
      super(shard, reconciler, reconciler);
    }
  }

  static final class OfFleets extends ShardedReconciler<PhoneFleet> {
    OfFleets(Shard shard, PhoneFleetReconciler reconciler) {
      super(shard, reconciler, reconciler);
    }
  }

  static final class OfApprovals extends ShardedReconciler<RenewalApproval> {
    OfApprovals(Shard shard, RenewalApprovalReconciler reconciler) {
      super(shard, reconciler, reconciler);
    }
  }

  static final class OfPolicies extends ShardedReconciler<RenewalPolicy> {
    OfPolicies(Shard shard, RenewalPolicyReconciler reconciler) {
      super(shard, reconciler, reconciler);
    }
  }
}
