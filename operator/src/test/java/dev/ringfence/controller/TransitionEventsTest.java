package dev.ringfence.controller;

import static dev.ringfence.controller.SampleReports.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Severity;
import dev.ringfence.policy.Verdict;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransitionEventsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  private final TransitionEvents events = new TransitionEvents("ringfence-0");

  @Test
  void theFirstVerdictIsATransition() {
    Event event = event(null, status(allow(), null, NOW), NOW).orElseThrow();

    assertThat(event.getReason()).isEqualTo("Allow");
    assertThat(event.getType()).isEqualTo("Normal");
    assertThat(event.getInvolvedObject().getName()).isEqualTo("pool");
    assertThat(event.getMetadata().getNamespace()).isEqualTo("voice");
    assertThat(event.getReportingInstance()).isEqualTo("ringfence-0");
  }

  @Test
  void anEqualVerdictIsNone() {
    CertificateRenewalStatus before = status(allow(), null, NOW);

    assertThat(event(before, status(allow(), before, NOW.plusSeconds(5)), NOW.plusSeconds(5)))
        .isEmpty();
  }

  @Test
  void aRepeatedAttemptHasTheSameNameAndALaterTransitionAnother() {
    CertificateRenewalStatus allowed = status(allow(), null, NOW);
    CertificateRenewalStatus blocked = status(block(), allowed, NOW.plusSeconds(10));
    CertificateRenewalStatus again = status(allow(), blocked, NOW.plusSeconds(20));
    CertificateRenewalStatus blockedAgain = status(block(), again, NOW.plusSeconds(30));

    String first = name(event(allowed, blocked, NOW.plusSeconds(10)));
    String retried = name(event(allowed, blocked, NOW.plusSeconds(11)));
    String later = name(event(again, blockedAgain, NOW.plusSeconds(30)));

    assertThat(retried).isEqualTo(first);
    assertThat(later).isNotEqualTo(first);
  }

  @Test
  void aWarningHasALinePerWarning() {
    RenewalReport warn =
        SampleReports.of(Verdict.WARN, Gate.OPEN)
            .reasons("A warning applies.")
            .group(
                "lobby",
                Outcome.AT_RISK,
                3,
                finding("WildcardName", Severity.WARNING, FindingResult.VIOLATED),
                finding("InventoryStale", Severity.WARNING, FindingResult.VIOLATED),
                finding("ServedCertificateUnused", Severity.NOTICE, FindingResult.VIOLATED))
            .build();

    Event event = event(null, status(warn, null, NOW), NOW).orElseThrow();

    assertThat(event.getType()).isEqualTo("Warning");
    assertThat(event.getMessage().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("Gate Open."),
            line -> assertThat(line).startsWith("InventoryStale (3 phones)"),
            line -> assertThat(line).startsWith("WildcardName (3 phones)"));
  }

  @Test
  void theMessageFitsAnEvent() {
    SampleReports reports = SampleReports.of(Verdict.WARN, Gate.OPEN);
    for (int i = 0; i < 20; i++) {
      reports.group(
          "group-%02d".formatted(i),
          Outcome.AT_RISK,
          1,
          finding(
              "RuleWithALongName" + (char) ('A' + i), Severity.WARNING, FindingResult.VIOLATED));
    }

    Event event = event(null, status(reports.build(), null, NOW), NOW).orElseThrow();

    assertThat(event.getMessage()).hasSizeLessThanOrEqualTo(1024).endsWith("…");
  }

  private Optional<Event> event(
      @Nullable CertificateRenewalStatus before, CertificateRenewalStatus after, Instant now) {
    return events.event(
        SampleReports.renewal(),
        new TransitionEvents.Told(TransitionEvents.state(before), ""),
        after,
        now);
  }

  private static String name(Optional<Event> event) {
    return event.orElseThrow().getMetadata().getName();
  }

  private static RenewalReport allow() {
    return SampleReports.of(Verdict.ALLOW, Gate.OPEN)
        .group("lobby", Outcome.COMPATIBLE, 120)
        .build();
  }

  private static RenewalReport block() {
    return SampleReports.of(Verdict.BLOCK, Gate.CLOSED)
        .group(
            "lobby",
            Outcome.BROKEN,
            120,
            finding("TrustAnchorMissing", Severity.ERROR, FindingResult.VIOLATED))
        .build();
  }

  private static CertificateRenewalStatus status(
      RenewalReport report, @Nullable CertificateRenewalStatus previous, Instant now) {
    return CertificateRenewalStatusFactory.status(
        SampleReports.renewal(),
        report,
        true,
        new ReportStore.Stored(null, SampleReports.AT),
        previous,
        now);
  }
}
