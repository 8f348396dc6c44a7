package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalApprovalStatus;
import dev.ringfence.gather.ApprovalGatherer;
import dev.ringfence.gather.UnresolvedInputException;
import dev.ringfence.metrics.CurrentSamples;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says whether an approval is in force, as the latest evaluation of its renewal judged it. */
final class RenewalApprovalReconciler
    implements Reconciler<RenewalApproval>, ShardedReconciler.LettingGo<RenewalApproval> {
  private static final String RENEWAL = "renewal";

  /** What the schema admits. */
  private static final int MAX_CLAUSE = 4096;

  private final KubernetesClient client;
  private final ApprovalBoard board;
  private final ApprovalGatherer gatherer;
  private final StatusWriter<RenewalApproval, RenewalApprovalStatus> statuses;
  private final CurrentSamples samples;
  private final Clock clock;

  RenewalApprovalReconciler(
      KubernetesClient client,
      ApprovalBoard board,
      ApprovalGatherer gatherer,
      StatusWriter<RenewalApproval, RenewalApprovalStatus> statuses,
      CurrentSamples samples,
      Clock clock) {
    this.client = client;
    this.board = board;
    this.gatherer = gatherer;
    this.statuses = statuses;
    this.samples = samples;
    this.clock = clock;
  }

  @Override
  public List<EventSource<?, RenewalApproval>> prepareEventSources(
      EventSourceContext<RenewalApproval> context) {
    IndexerResourceCache<RenewalApproval> approvals = context.getPrimaryCache();
    approvals.addIndexers(Map.of(RENEWAL, approval -> List.of(key(renewal(approval)))));
    SimpleInboundEventSource<RenewalApproval> evaluations =
        new SimpleInboundEventSource<>("evaluations");
    board.onChange(
        renewal ->
            approvals.byIndex(RENEWAL, key(renewal)).stream()
                .map(ResourceID::fromResource)
                .forEach(evaluations::propagateEvent));
    return List.of(evaluations);
  }

  @Override
  public UpdateControl<RenewalApproval> reconcile(
      RenewalApproval approval, Context<RenewalApproval> context) {
    String namespace = approval.getMetadata().getNamespace();
    String name = approval.getMetadata().getName();
    if (context.isPrimaryResourceDeleted()) {
      letGo(approval);
      return UpdateControl.noUpdate();
    }
    Optional<ApprovalBoard.Answer> answer = answer(approval);
    if (answer.isEmpty()) {
      return UpdateControl.noUpdate();
    }
    samples.approval(namespace, name, answer.get().inForce());
    return statuses.apply(approval, status(approval, answer.get()));
  }

  @Override
  public void letGo(RenewalApproval approval) {
    statuses.forget(approval);
    samples.approvalDeleted(
        approval.getMetadata().getNamespace(), approval.getMetadata().getName());
  }

  /** Empty if its status can stay: it was judged before, and will be judged again soon. */
  private Optional<ApprovalBoard.Answer> answer(RenewalApproval approval) {
    String unreadable = unreadable(approval);
    if (unreadable != null) {
      return Optional.of(new ApprovalBoard.Answer(unreadable));
    }
    ResourceID renewal = renewal(approval);
    Optional<ApprovalBoard.Answer> judged = board.answer(renewal, approval.getMetadata().getName());
    if (judged.isPresent()) {
      return judged;
    }
    if (!exists(renewal)) {
      return Optional.of(
          new ApprovalBoard.Answer(
              "There is no CertificateRenewal %s in this namespace.".formatted(renewal.getName())));
    }
    RenewalApprovalStatus before = statuses.current(approval);
    boolean judgedBefore = before != null && before.inForce() != null;
    return judgedBefore
        ? Optional.empty()
        : Optional.of(
            ApprovalBoard.Answer.pending("The renewal has not been evaluated with it yet."));
  }

  private boolean exists(ResourceID renewal) {
    return client
            .resources(CertificateRenewal.class)
            .inNamespace(renewal.getNamespace().orElse(""))
            .withName(renewal.getName())
            .get()
        != null;
  }

  private @Nullable String unreadable(RenewalApproval approval) {
    try {
      gatherer.gather(approval);
      return null;
    } catch (UnresolvedInputException e) {
      return e.problem().message();
    }
  }

  private RenewalApprovalStatus status(RenewalApproval approval, ApprovalBoard.Answer answer) {
    ConditionList conditions =
        StatusWriter.conditions(
            statuses.current(approval),
            RenewalApprovalStatus::conditions,
            approval,
            clock.instant());
    String clause =
        answer.failingClause() == null ? null : Texts.atMost(MAX_CLAUSE, answer.failingClause());
    if (clause == null) {
      conditions.isTrue(ConditionType.READY, Reason.IN_FORCE, "Every clause holds.");
    } else if (answer.isPending()) {
      conditions.isFalse(ConditionType.READY, Reason.NOT_YET_EVALUATED, clause);
    } else {
      conditions
          .isFalse(ConditionType.READY, Reason.CLAUSE_FAILS, clause)
          .isTrue(ConditionType.STALLED, Reason.CLAUSE_FAILS, clause);
    }
    return new RenewalApprovalStatus(
        StatusWriter.generation(approval), answer.inForce(), clause, conditions.toList());
  }

  private static ResourceID renewal(RenewalApproval approval) {
    String renewal = approval.getSpec() == null ? null : approval.getSpec().renewal();
    return new ResourceID(renewal == null ? "" : renewal, approval.getMetadata().getNamespace());
  }

  private static String key(ResourceID renewal) {
    return renewal.getNamespace().orElse("") + "/" + renewal.getName();
  }
}
