package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
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
  private final CertificateRenewalStatus status =
      CertificateRenewalStatusFactory.status(
          renewal, report, true, new ReportStore.Stored(null, NOW), null, NOW);

  private final List<String> refused = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    client.close();
    rig.close();
  }

  @Test
  void aTransitionIsAnnouncedOnce() {
    Announcements announcements = announcements();

    assertThat(announcements.isDue(renewal, status, null, NOW)).isTrue();
    assertThat(announcements.tell(renewal, status, null, NOW)).isTrue();
    assertThat(announcements.isDue(renewal, status, null, NOW)).isFalse();
    assertThat(announcements.tell(renewal, status, null, NOW)).isTrue();

    assertThat(created()).isEqualTo(1);
    assertThat(events()).extracting(Event::getReason).containsExactly("Allow");
  }

  @Test
  void theNextProcessSendsWhatTheReportDoesNotSay() {
    ReportMetadata other = reportThatTold("Block|Closed|abc|TrustAnchorMissing");

    assertThat(announcements().isDue(renewal, status, other, NOW)).isTrue();
    assertThat(announcements().tell(renewal, status, other, NOW)).isTrue();

    assertThat(events()).hasSize(1);
  }

  @Test
  void whatWasSentBeforeTheEndIsNotThereTwice() {
    ReportMetadata other = reportThatTold("Block|Closed|abc|TrustAnchorMissing");
    announcements().tell(renewal, status, other, NOW);
    Event sent = events().get(0);

    assertThat(announcements().tell(renewal, status, other, NOW.plusSeconds(60))).isTrue();

    assertThat(events()).containsExactly(sent);
    assertThat(created()).as("attempts").isEqualTo(2);
  }

  @Test
  void aReportThatSaysItOrIsOfAnEarlierReleaseCallsForNone() {
    String state = TransitionEvents.state(status);

    assertThat(announcements().isDue(renewal, status, reportThatTold(state), NOW)).isFalse();
    assertThat(announcements().isDue(renewal, status, reportThatTold(null), NOW)).isFalse();
  }

  @Test
  void withoutAReportAnOldStatusCallsForNone() {
    Instant late = NOW.plus(Announcements.YOUNG).plusSeconds(1);

    assertThat(announcements().isDue(renewal, status, null, late)).isFalse();
    assertThat(announcements().isDue(renewal, status, null, late.minusSeconds(1))).isTrue();
  }

  @Test
  void aStatusWithoutAVerdictCallsForNone() {
    assertThat(announcements().tell(renewal, null, null, NOW)).isTrue();

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

    assertThat(announcements.tell(renewal, status, null, NOW)).isFalse();
    assertThat(announcements.tell(renewal, status, null, NOW)).isFalse();
    assertThat(announcements.isDue(renewal, status, null, NOW)).isTrue();
    assertThat(announcements.tell(renewal, status, null, NOW)).isTrue();

    assertThat(events()).hasSize(1);
  }

  @Test
  void anEventThatIsRefusedForGoodIsNotSentAgain() {
    refuse(403, "/events");

    assertThat(announcements().tell(renewal, status, null, NOW)).isTrue();
  }

  @Test
  void aRestartSendsTheEventAndTheReportThatAreMissingAndNothingElse() {
    settleRefusing("/events", "/configmaps");
    assertThat(events()).isEmpty();

    restart();

    assertThat(events()).hasSize(1);
    assertThat(report()).isNotNull();
    restart();
    assertThat(rig.writesTo("/")).as("writes after another restart").isEmpty();
  }

  @Test
  void aRestartWritesTheReportThatIsMissingAndRepeatsNoEvent() {
    settleRefusing("/configmaps");
    Event sent = events().get(0);
    assertThat(report()).isNull();

    restart();

    assertThat(events())
        .extracting(event -> event.getMetadata().getUid())
        .containsExactly(sent.getMetadata().getUid());
    assertThat(report()).isNotNull();
  }

  @Test
  void aReportThatIsDeletedComesBackWithoutAnEvent() {
    settleRefusing();
    rig.forgetWrites();
    rig.client().resource(Objects.requireNonNull(report())).delete();

    await().atMost(Duration.ofSeconds(30)).until(() -> report() != null);
    rig.awaitQuiet();

    assertThat(rig.writesTo("/events")).isEmpty();
    assertThat(rig.writesTo("/status")).isEmpty();
  }

  private Announcements announcements() {
    return new Announcements(new TransitionEvents("ringfence-0"), new EventPublisher(client));
  }

  private ReportMetadata reportThatTold(@Nullable String state) {
    ObjectMetaBuilder metadata =
        new ObjectMetaBuilder().withName("report").withUid("1").withResourceVersion("1");
    return ReportMetadata.intact(
        (state == null ? metadata : metadata.addToAnnotations(ReportConfigMap.TOLD, state))
            .build());
  }

  private void settleRefusing(String... paths) {
    refuse(403, paths);
    rig.start();
    rig.apply(Manifests.fleet("desk-phones", "4.0.7577.4387", 120, Manifests.OTHER_ROOT));
    rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));
    rig.awaitVerdict("pool", "Block", "Closed");
    rig.awaitQuiet();
  }

  private void refuse(int code, String... paths) {
    refused.addAll(List.of(paths));
    rig.api()
        .intercept(
            request ->
                request.writes() && refused.stream().anyMatch(request.path()::contains)
                    ? code
                    : null);
  }

  private void restart() {
    rig.stop();
    refused.clear();
    rig.forgetWrites();
    rig.start();
    rig.awaitQuiet();
  }

  private List<Event> events() {
    return client.v1().events().inNamespace(OperatorRig.NAMESPACE).list().getItems();
  }

  private int created() {
    return (int)
        rig.writesTo("/events").stream().filter(write -> write.method().equals("POST")).count();
  }

  private @Nullable ConfigMap report() {
    return rig.client()
        .configMaps()
        .inNamespace(OperatorRig.NAMESPACE)
        .withName(ReportConfigMap.name("pool"))
        .get();
  }
}
