package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import dev.ringfence.report.BoundedReport;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Transitions whose process ended, or whose Event failed, after the status was accepted. */
class AnnouncementsTest {
  private static final Instant NOW = SampleReports.AT;

  private final OperatorRig rig = new OperatorRig();
  private final KubernetesClient client =
      new KubernetesClientBuilder()
          .withConfig(
              new ConfigBuilder(rig.client().getConfiguration())
                  .withRequestRetryBackoffLimit(0)
                  .build())
          .build();
  private final CertificateRenewal renewal = SampleReports.renewal();
  private final RenewalReport report =
      SampleReports.of(Verdict.ALLOW, Gate.OPEN).group("lobby", Outcome.COMPATIBLE, 120).build();
  private final ConfigMap stored = stored(TransitionEvents.left(null));
  private final CertificateRenewalStatus status = status(null);

  @AfterEach
  void stop() {
    client.close();
    rig.close();
  }

  @Test
  void aTransitionIsAnnouncedOnce() {
    Announcements announcements = announcements();

    assertThat(announcements.announce(renewal, null, status, NOW)).isTrue();
    assertThat(announcements.makeUp(renewal, status, Optional.of(stored), NOW)).isTrue();

    assertThat(created()).isEqualTo(1);
  }

  @Test
  void theNextProcessSendsWhatTheKilledOneCouldNotAndNothingTwice() {
    assertThat(announcements().makeUp(renewal, status, Optional.of(stored), NOW)).isTrue();
    assertThat(events()).extracting(Event::getReason).containsExactly("Allow");

    assertThat(announcements().makeUp(renewal, status, Optional.of(stored), NOW)).isTrue();
    assertThat(created()).isEqualTo(1);
  }

  @Test
  void theEventThatIsMadeUpForIsTheOneThatWouldHaveBeenSent() {
    announcements().announce(renewal, null, status, NOW);
    Event sent = events().get(0);
    client.v1().events().resource(sent).delete();

    announcements().makeUp(renewal, status, Optional.of(stored), NOW.plusSeconds(60));

    assertThat(events()).singleElement().isNotSameAs(sent);
    assertThat(events().get(0).getMetadata().getName()).isEqualTo(sent.getMetadata().getName());
    assertThat(events().get(0).getMessage()).isEqualTo(sent.getMessage());
    assertThat(events().get(0).getEventTime()).isEqualTo(sent.getEventTime());
  }

  @Test
  void aStatusThatWasNotATransitionOrIsOldCallsForNone() {
    ConfigMap same = stored(TransitionEvents.left(status));

    assertThat(announcements().makeUp(renewal, status, Optional.of(same), NOW)).isTrue();
    Instant late = NOW.plus(Announcements.YOUNG).plusSeconds(1);
    assertThat(announcements().makeUp(renewal, status, Optional.of(stored), late)).isTrue();

    assertThat(created()).isZero();
  }

  @Test
  void aReportWhoseStatusWasNeverAcceptedCallsForNone() {
    CertificateRenewalStatus other = status(new ReportStore.Stored(null, NOW));

    assertThat(announcements().makeUp(renewal, other, Optional.of(stored), NOW)).isTrue();
    assertThat(announcements().makeUp(renewal, null, Optional.of(stored), NOW)).isTrue();

    assertThat(created()).isZero();
  }

  @Test
  void anEventThatFailsIsSentAgain() {
    AtomicInteger failures = new AtomicInteger(2);
    rig.api()
        .intercept(
            request ->
                request.writes()
                        && request.path().endsWith("/events")
                        && failures.getAndDecrement() > 0
                    ? 503
                    : null);
    Announcements announcements = announcements();

    assertThat(announcements.announce(renewal, null, status, NOW)).isFalse();
    assertThat(announcements.makeUp(renewal, status, Optional.of(stored), NOW)).isFalse();
    assertThat(announcements.makeUp(renewal, status, Optional.of(stored), NOW)).isTrue();

    assertThat(events()).hasSize(1);
  }

  @Test
  void anEventThatIsRefusedForGoodIsNotSentAgain() {
    rig.api()
        .intercept(request -> request.writes() && request.path().endsWith("/events") ? 403 : null);

    assertThat(announcements().announce(renewal, null, status, NOW)).isTrue();
  }

  @Test
  void aRestartSendsTheEventThatIsMissingAndNoOther() {
    rig.apply(Manifests.fleet("desk-phones", "4.0.7577.4420", 120, Manifests.ROOT));
    rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));
    rig.start();
    rig.awaitVerdict("pool", "Warn", "Open");
    rig.stop();
    Event lost = events().get(0);
    rig.forgetWrites();

    rig.start();
    rig.awaitQuiet();
    assertThat(rig.writesTo("/events")).isEmpty();
    rig.stop();
    client.v1().events().resource(lost).delete();

    rig.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> events().size() == 1);
    rig.stop();
    assertThat(events().get(0).getMetadata().getName()).isEqualTo(lost.getMetadata().getName());
    assertThat(rig.writesTo("/status")).isEmpty();
  }

  private Announcements announcements() {
    return new Announcements(
        new TransitionEvents("ringfence-0"),
        new EventPublisher(client),
        new SentEvents(client, Set.of()));
  }

  private List<Event> events() {
    return client.v1().events().inNamespace(OperatorRig.NAMESPACE).list().getItems();
  }

  private int created() {
    return (int)
        rig.writesTo("/events").stream().filter(write -> write.method().equals("POST")).count();
  }

  private ConfigMap stored(String left) {
    BoundedReport text = BoundedReport.render(report, ReportConfigMap.MAX_BYTES);
    return ReportConfigMap.of(renewal, text, NOW, left);
  }

  private CertificateRenewalStatus status(ReportStore.@Nullable Stored other) {
    return CertificateRenewalStatusFactory.status(
        renewal,
        report,
        true,
        other == null ? new ReportStore.Stored(ReportConfigMap.ref(stored), NOW) : other,
        null,
        NOW);
  }
}
