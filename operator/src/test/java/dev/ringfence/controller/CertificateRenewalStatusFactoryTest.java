package dev.ringfence.controller;

import static dev.ringfence.controller.SampleReports.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.FindingSummary;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.Problem;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Severity;
import dev.ringfence.policy.Verdict;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateRenewalStatusFactoryTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  @Test
  void sameReportGivesTheSameBytesAtALaterTime() {
    RenewalReport then = blocked().at(SampleReports.AT).build();
    RenewalReport later = blocked().at(SampleReports.AT.plusSeconds(86_400)).build();

    CertificateRenewalStatus first = status(then, null, NOW);
    CertificateRenewalStatus second = status(later, first, NOW.plusSeconds(86_400));

    assertThat(Serialization.asYaml(second)).isEqualTo(Serialization.asYaml(first));
    assertThat(second).isEqualTo(first);
  }

  @Test
  void findingsAreSummedOverGroupsWorstFirst() {
    CertificateRenewalStatus status =
        status(
            SampleReports.of(Verdict.BLOCK, Gate.CLOSED)
                .group(
                    "lobby",
                    Outcome.BROKEN,
                    20,
                    finding("TrustAnchorMissing", Severity.ERROR, FindingResult.VIOLATED),
                    finding("WildcardName", Severity.WARNING, FindingResult.VIOLATED))
                .group(
                    "office",
                    Outcome.BROKEN,
                    100,
                    finding("TrustAnchorMissing", Severity.ERROR, FindingResult.VIOLATED))
                .group(
                    "lab",
                    Outcome.UNDETERMINED,
                    300,
                    finding("PublicKeyUnsupported", Severity.ERROR, FindingResult.UNDETERMINED))
                .build(),
            null,
            NOW);

    assertThat(status.findings())
        .extracting(
            FindingSummary::rule,
            FindingSummary::result,
            FindingSummary::phones,
            FindingSummary::groups)
        .containsExactly(
            tuple("TrustAnchorMissing", "Violated", 120L, 2L),
            tuple("PublicKeyUnsupported", "Undetermined", 300L, 1L),
            tuple("WildcardName", "Violated", 20L, 1L));
    assertThat(status.findingsOmitted()).isNull();
  }

  @Test
  void declaresFindingsThatDoNotFit() {
    SampleReports reports = SampleReports.of(Verdict.WARN, Gate.OPEN);
    for (int i = 0; i < 25; i++) {
      reports.group(
          "group-%02d".formatted(i),
          Outcome.AT_RISK,
          1,
          finding("Rule" + (char) ('A' + i), Severity.WARNING, FindingResult.VIOLATED));
    }

    CertificateRenewalStatus status = status(reports.build(), null, NOW);

    assertThat(status.findings()).hasSize(CertificateRenewalStatus.MAX_FINDINGS);
    assertThat(status.findingsOmitted()).isEqualTo(5);
  }

  @Test
  void aHoldCountsNoPhones() {
    CertificateRenewalStatus status =
        status(
            SampleReports.hold(new Problem("FleetNotFound", "There is no fleet.", false)),
            null,
            NOW);

    assertThat(status.verdict()).isEqualTo("Hold");
    assertThat(status.gate()).isEqualTo("Closed");
    assertThat(status.phones()).isNull();
  }

  @Test
  void namesTheChainAndTheInputsJudged() {
    CertificateRenewalStatus status = status(blocked().build(), null, NOW);

    assertThat(status.observedGeneration()).isEqualTo(7);
    assertThat(status.chainSha256()).isEqualTo(SampleReports.CHAIN.sha256());
    assertThat(status.chain()).isNotNull();
    assertThat(status.chain().subject()).contains("CN=pool.example.com");
    assertThat(status.chain().notAfter()).isEqualTo("2026-12-31T23:59:59Z");
    assertThat(status.inputs())
        .extracting(input -> input.kind() + "/" + input.name() + "/" + input.generation())
        .containsExactly("PhoneFleet/desk-phones/3");
  }

  private static SampleReports blocked() {
    return SampleReports.of(Verdict.BLOCK, Gate.CLOSED)
        .breaksAt(Instant.parse("2026-06-01T00:00:00Z"))
        .group(
            "lobby",
            Outcome.BROKEN,
            120,
            finding("TrustAnchorMissing", Severity.ERROR, FindingResult.VIOLATED));
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
