package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.RenewalPolicy;
import dev.ringfence.api.v1alpha1.RenewalPolicyStatus;
import dev.ringfence.gather.PolicyGatherer;
import dev.ringfence.gather.UnresolvedInputException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Clock;

/** Says whether a policy can be used. */
final class RenewalPolicyReconciler
    implements Reconciler<RenewalPolicy>, ShardedReconciler.LettingGo<RenewalPolicy> {
  private final PolicyGatherer gatherer;
  private final StatusWriter<RenewalPolicy, RenewalPolicyStatus> statuses;
  private final Clock clock;

  RenewalPolicyReconciler(
      PolicyGatherer gatherer,
      StatusWriter<RenewalPolicy, RenewalPolicyStatus> statuses,
      Clock clock) {
    this.gatherer = gatherer;
    this.statuses = statuses;
    this.clock = clock;
  }

  @Override
  public UpdateControl<RenewalPolicy> reconcile(
      RenewalPolicy policy, Context<RenewalPolicy> context) {
    if (context.isPrimaryResourceDeleted()) {
      letGo(policy);
      return UpdateControl.noUpdate();
    }
    return statuses.apply(policy, status(policy));
  }

  @Override
  public void letGo(RenewalPolicy policy) {
    statuses.forget(policy);
  }

  private RenewalPolicyStatus status(RenewalPolicy policy) {
    ConditionList conditions =
        StatusWriter.conditions(
            statuses.current(policy), RenewalPolicyStatus::conditions, policy, clock.instant());
    try {
      gatherer.gather(policy);
      conditions.isTrue(ConditionType.READY, Reason.VALID, "The policy can be used.");
    } catch (UnresolvedInputException e) {
      conditions
          .isFalse(ConditionType.READY, e.problem().reason(), e.problem().message())
          .isTrue(ConditionType.STALLED, e.problem().reason(), e.problem().message());
    }
    return new RenewalPolicyStatus(StatusWriter.generation(policy), conditions.toList());
  }
}
