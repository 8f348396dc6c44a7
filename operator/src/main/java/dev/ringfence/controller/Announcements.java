package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.StatusCondition;
import io.fabric8.kubernetes.api.model.Event;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that each transition is told, also if the operator ends between a status and its
 * Event: the report, which is written last, says what was told. A status that says something else
 * owes its Event.
 */
final class Announcements {
  /** How long to wait before an Event that did not get through is sent again. */
  static final Duration RETRY = Duration.ofSeconds(5);

  /** Without a report nothing says what was told; an older status is no news then. */
  static final Duration YOUNG = Duration.ofMinutes(30);

  private final TransitionEvents transitions;
  private final EventPublisher publisher;

  /** By uid: what was told last. */
  private final Map<String, String> toldStates = new ConcurrentHashMap<>();

  Announcements(TransitionEvents transitions, EventPublisher publisher) {
    this.transitions = transitions;
    this.publisher = publisher;
  }

  /**
   * Whether something of this status is yet to be told.
   *
   * @param report what the cluster holds, null if nothing
   */
  boolean isDue(
      CertificateRenewal renewal,
      CertificateRenewalStatus status,
      @Nullable ReportMetadata report,
      Instant now) {
    return !TransitionEvents.state(status).equals(told(renewal, status, report, now).state());
  }

  /**
   * Tells what was not told yet.
   *
   * @param status accepted by the API server
   * @return false if another attempt is needed
   */
  boolean tell(
      CertificateRenewal renewal,
      @Nullable CertificateRenewalStatus status,
      @Nullable ReportMetadata report,
      Instant now) {
    String state = TransitionEvents.state(status);
    if (status == null || state.isEmpty()) {
      return true;
    }
    Optional<Event> event =
        transitions.event(renewal, told(renewal, status, report, now), status, now);
    boolean done = event.isEmpty() || publisher.publish(event.get());
    if (done) {
      toldStates.put(renewal.getMetadata().getUid(), state);
    }
    return done;
  }

  void forget(CertificateRenewal renewal) {
    toldStates.remove(renewal.getMetadata().getUid());
  }

  private TransitionEvents.Told told(
      CertificateRenewal renewal,
      CertificateRenewalStatus status,
      @Nullable ReportMetadata report,
      Instant now) {
    String said = toldStates.get(renewal.getMetadata().getUid());
    if (report == null) {
      String nothing = isYoung(status, now) ? "" : TransitionEvents.state(status);
      return new TransitionEvents.Told(Objects.requireNonNullElse(said, nothing), "");
    }
    String where = report.getMetadata().getUid() + ":" + report.getMetadata().getResourceVersion();
    if (said == null) {
      // Before reports said what was told, Events were sent before them.
      said =
          Objects.requireNonNullElse(ReportConfigMap.told(report), TransitionEvents.state(status));
    }
    return new TransitionEvents.Told(said, where);
  }

  /** Whether one of its conditions began to hold a short while ago. */
  private static boolean isYoung(CertificateRenewalStatus status, Instant now) {
    return status.conditions().stream()
        .map(StatusCondition::lastTransitionTime)
        .anyMatch(since -> since == null || isYoung(since, now));
  }

  private static boolean isYoung(String since, Instant now) {
    try {
      return Duration.between(Instant.parse(since), now).abs().compareTo(YOUNG) <= 0;
    } catch (DateTimeException e) {
      return true;
    }
  }
}
