package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.ReportRef;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Announces each transition once the API server has accepted its status. The report, which is
 * written before the status, names the state that was left: whoever finds a status in force can
 * therefore tell which Event it calls for, and sends it if the writer of the status could not.
 */
final class Announcements {
  /** How long to wait before an Event that did not get through is sent again. */
  static final Duration RETRY = Duration.ofSeconds(5);

  /** An older transition is no news. The API server keeps Events for an hour by default. */
  static final Duration YOUNG = Duration.ofMinutes(30);

  private final TransitionEvents transitions;
  private final EventPublisher publisher;
  private final SentEvents sent;

  /** By uid: digest of the report of the last status about which there is nothing left to tell. */
  private final Map<String, String> told = new ConcurrentHashMap<>();

  Announcements(TransitionEvents transitions, EventPublisher publisher, SentEvents sent) {
    this.transitions = transitions;
    this.publisher = publisher;
    this.sent = sent;
  }

  /**
   * Sends what the status in force calls for, unless that is known to have been done.
   *
   * @param report the one in the cluster; it may be that of another status
   * @return false if another attempt is needed
   */
  boolean makeUp(
      CertificateRenewal renewal,
      @Nullable CertificateRenewalStatus inForce,
      Optional<ConfigMap> report,
      Instant now) {
    String digest = digest(inForce);
    String uid = renewal.getMetadata().getUid();
    if (inForce == null || digest.isEmpty() || digest.equals(told.get(uid))) {
      return true;
    }
    if (report.isEmpty() || !ReportConfigMap.ref(report.get()).equals(inForce.reportRef())) {
      return true;
    }
    String left = ReportConfigMap.follows(report.get());
    Instant at = ReportConfigMap.at(report.get());
    Optional<Event> owed =
        left.isEmpty() || !isYoung(at, now)
            ? Optional.empty()
            : transitions.event(renewal, left, inForce, at);
    boolean done = owed.isEmpty() || sent.contains(owed.get()) || publisher.publish(owed.get());
    if (done) {
      told.put(uid, digest);
    }
    return done;
  }

  /**
   * Sends what a status calls for that was just accepted.
   *
   * @param before the status that it took the place of
   * @return false if another attempt is needed
   */
  boolean announce(
      CertificateRenewal renewal,
      @Nullable CertificateRenewalStatus before,
      CertificateRenewalStatus accepted,
      Instant now) {
    Optional<Event> event =
        transitions.event(renewal, TransitionEvents.left(before), accepted, now);
    boolean done = event.isEmpty() || publisher.publish(event.get());
    String digest = digest(accepted);
    if (done && !digest.isEmpty()) {
      told.put(renewal.getMetadata().getUid(), digest);
    }
    return done;
  }

  void forget(CertificateRenewal renewal) {
    told.remove(renewal.getMetadata().getUid());
  }

  private static boolean isYoung(Instant at, Instant now) {
    return Duration.between(at, now).abs().compareTo(YOUNG) <= 0;
  }

  private static String digest(@Nullable CertificateRenewalStatus status) {
    ReportRef report = status == null ? null : status.reportRef();
    String digest = report == null ? null : report.sha256();
    return digest == null ? "" : digest;
  }
}
