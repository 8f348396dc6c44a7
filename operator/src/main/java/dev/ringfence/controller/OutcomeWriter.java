package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.policy.RenewalReport;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was found: first the status, which decides, then the Event and the report that
 * says what the Event told. Wherever this ends, the next attempt goes on from what the cluster
 * holds.
 */
final class OutcomeWriter {
  /** The watch brings what somebody else changed. */
  private static final Duration UNTIL_SEEN = Duration.ofMillis(200);

  private final StatusWriter<CertificateRenewal, CertificateRenewalStatus> statuses;
  private final Announcements announcements;

  OutcomeWriter(
      StatusWriter<CertificateRenewal, CertificateRenewalStatus> statuses,
      Announcements announcements) {
    this.statuses = statuses;
    this.announcements = announcements;
  }

  /**
   * What was written.
   *
   * @param status null if none is known to be in force
   * @param planned null if the approvals had changed, so that nothing was planned
   */
  record Outcome(
      StatusWrite write,
      @Nullable CertificateRenewalStatus status,
      ReportStore.@Nullable Planned planned) {
    /** The instant that the report names. */
    Instant at(RenewalReport report) {
      return planned == null ? report.at() : planned.stored().at();
    }
  }

  /** The status alone; what else there is to write is to {@link #follow}. */
  Outcome write(
      CertificateRenewal renewal, RenewalJudge.Judged judged, RenewalInputs watched, Instant now) {
    RenewalReport report = judged.report();
    CertificateRenewalStatus before = statuses.current(renewal);
    if (watched.approvals().isOutdated(renewal, report, before)) {
      return new Outcome(statuses.outdated(renewal), null, null);
    }
    ReportStore.Planned planned = watched.reports().plan(renewal, judged, before);
    CertificateRenewalStatus after =
        CertificateRenewalStatusFactory.status(
            renewal, report, judged.resolved(), planned.stored(), before, now);
    if (!TransitionEvents.state(after).equals(TransitionEvents.state(before))) {
      // The status that is about to go may have been written without its Event.
      announcements.tell(renewal, before, planned.found(), now);
    }
    StatusWrite write = statuses.write(renewal, after);
    boolean isInForce = write == StatusWrite.WRITTEN || write == StatusWrite.UNCHANGED;
    return new Outcome(write, isInForce ? after : null, planned);
  }

  /** Counts a renewal that is not the one in the cluster any more, and says when to look again. */
  Duration outdated(CertificateRenewal renewal) {
    statuses.outdated(renewal);
    return statuses.untilFresh(renewal);
  }

  void forget(CertificateRenewal renewal) {
    statuses.forget(renewal);
    announcements.forget(renewal);
  }

  /**
   * Writes Event and report, or leaves them to the turn that is to come and calls.
   *
   * @return when to try again, empty if there is no need
   */
  Optional<Duration> follow(
      CertificateRenewal renewal,
      RenewalJudge.Judged judged,
      Outcome outcome,
      RenewalInputs watched,
      Instant now) {
    CertificateRenewalStatus status = outcome.status();
    ReportStore.Planned planned = outcome.planned();
    if (outcome.write() == StatusWrite.OUTDATED) {
      return Optional.of(statuses.untilFresh(renewal));
    }
    if (status == null || planned == null) {
      return Optional.empty();
    }
    ResourceID id = ResourceID.fromResource(renewal);
    if (planned.isWritten() && !announcements.isDue(renewal, status, planned.found(), now)) {
      watched.followUps().forget(id);
      return Optional.empty();
    }
    if (!planned.isWritten()) {
      watched.reports().promise(renewal, judged, planned);
    }
    if (!watched.followUps().begin(id)) {
      return Optional.empty();
    }
    try {
      // A report says what was told, so it waits for an Event that did not get through.
      if (!announcements.tell(renewal, status, planned.found(), now)) {
        return Optional.of(Announcements.RETRY);
      }
      String told = TransitionEvents.state(status);
      boolean done = planned.isWritten() || watched.reports().write(renewal, planned, told);
      return done ? Optional.empty() : Optional.of(UNTIL_SEEN);
    } finally {
      watched.followUps().end(id);
    }
  }
}
