package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.metrics.CurrentSamples;
import dev.ringfence.policy.RenewalReport;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a renewal and writes down what was found: status, Event, report, metrics, a line of log.
 *
 * <pre>
 * event -> gather -> Hold  -> a watched object changes, or a retry
 *                 -> judge -> Allow | Warn | Block -> a watched object changes, or report.nextChange
 * </pre>
 */
final class CertificateRenewalReconciler
    implements Reconciler<CertificateRenewal>, ShardedReconciler.LettingGo<CertificateRenewal> {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateRenewalReconciler.class);

  private final RenewalInputs.Factory inputsFactory;
  private final OutcomeWriter outcomes;
  private final ApprovalBoard approvals;
  private final CurrentSamples samples;
  private final Clock clock;
  private final Retries retries = new Retries();
  private @Nullable RenewalInputs inputs;

  CertificateRenewalReconciler(
      RenewalInputs.Factory inputsFactory,
      OutcomeWriter outcomes,
      ApprovalBoard approvals,
      CurrentSamples samples,
      Clock clock) {
    this.inputsFactory = inputsFactory;
    this.outcomes = outcomes;
    this.approvals = approvals;
    this.samples = samples;
    this.clock = clock;
  }

  @Override
  public List<EventSource<?, CertificateRenewal>> prepareEventSources(
      EventSourceContext<CertificateRenewal> context) {
    inputs = inputsFactory.create(context);
    return inputs.eventSources();
  }

  @Override
  public UpdateControl<CertificateRenewal> reconcile(
      CertificateRenewal renewal, Context<CertificateRenewal> context) {
    RenewalInputs watched = Objects.requireNonNull(inputs, "event sources come first");
    if (context.isPrimaryResourceDeleted()) {
      letGo(renewal);
      LOG.atInfo()
          .addKeyValue("namespace", renewal.getMetadata().getNamespace())
          .addKeyValue("renewal", renewal.getMetadata().getName())
          .log("The renewal was deleted.");
      return UpdateControl.noUpdate();
    }
    Instant now = clock.instant();
    Optional<CertificateRenewal> whole = watched.chains().whole(renewal);
    if (whole.isEmpty()) {
      return UpdateControl.<CertificateRenewal>noUpdate()
          .rescheduleAfter(outcomes.outdated(renewal));
    }
    RenewalJudge.Judged judged = watched.judge().judge(whole.get(), now);
    OutcomeWriter.Outcome outcome = outcomes.write(renewal, judged, watched, now);
    record(renewal, judged.report(), outcome, watched);
    Optional<Duration> soon = outcomes.follow(renewal, judged, outcome, watched, now);
    return soon.isPresent()
        ? UpdateControl.<CertificateRenewal>noUpdate().rescheduleAfter(soon.get())
        : again(renewal, judged.report(), now);
  }

  private void record(
      CertificateRenewal renewal,
      RenewalReport report,
      OutcomeWriter.Outcome outcome,
      RenewalInputs watched) {
    CertificateRenewalStatus status = outcome.status();
    if (status != null) {
      samples.renewal(RenewalSamples.of(renewal, report));
      approvals.evaluated(
          ResourceID.fromResource(renewal), report, JudgedInstant.of(report, outcome.at(report)));
      watched.tellSiblings(renewal, status.chainSha256());
    }
    log(renewal, report, outcome.write());
  }

  /** At the next retry or deadline; without either only events count. */
  private UpdateControl<CertificateRenewal> again(
      CertificateRenewal renewal, RenewalReport report, Instant now) {
    UpdateControl<CertificateRenewal> control = UpdateControl.noUpdate();
    Optional<Duration> retry = retries.after(ResourceID.fromResource(renewal), report);
    if (retry.isPresent()) {
      return control.rescheduleAfter(retry.get());
    }
    Instant next = report.nextChange();
    return next == null ? control : control.rescheduleAfter(Deadline.delay(now, next));
  }

  @Override
  public void letGo(CertificateRenewal renewal) {
    RenewalInputs watched = Objects.requireNonNull(inputs, "event sources come first");
    ResourceID id = ResourceID.fromResource(renewal);
    outcomes.forget(renewal);
    watched.forget(renewal);
    retries.forget(id);
    samples.renewalDeleted(id.getNamespace().orElse(""), id.getName());
    approvals.deleted(id);
    watched.tellSiblingsOfDeleted(renewal);
  }

  private static void log(CertificateRenewal renewal, RenewalReport report, StatusWrite write) {
    LOG.atInfo()
        .addKeyValue("namespace", renewal.getMetadata().getNamespace())
        .addKeyValue("renewal", renewal.getMetadata().getName())
        .addKeyValue("generation", renewal.getMetadata().getGeneration())
        .addKeyValue("verdict", report.verdict().label())
        .addKeyValue("gate", report.gate().label())
        .addKeyValue("phones", report.phones().total())
        .addKeyValue("broken", report.phones().broken())
        .addKeyValue("undetermined", report.phones().undetermined())
        .addKeyValue("reason", report.problems().isEmpty() ? "" : report.problems().get(0).reason())
        .addKeyValue("status", write)
        .log("The renewal was evaluated.");
  }
}
