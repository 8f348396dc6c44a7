package dev.ringfence.controller;

import static dev.ringfence.controller.SampleReports.finding;
import static dev.ringfence.controller.SampleReports.hold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.StatusCondition;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.Mode;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.Problem;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Severity;
import dev.ringfence.policy.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of verdicts and conditions, line by line. */
class RenewalConditionsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  /**
   * @param conditions {@code Type=Status/Reason} in their order
   */
  record Line(String name, RenewalReport report, boolean resolved, List<String> conditions) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Line> table() {
    return Stream.of(
        new Line(
            "Allow",
            allow().build(),
            true,
            List.of(
                "ResolvedRefs=True/Resolved",
                "Evaluated=True/Evaluated",
                "Compatible=True/Compatible",
                "Approved=False/NotRequired",
                "Ready=True/Allowed")),
        new Line(
            "Warn",
            warn().build(),
            true,
            List.of(
                "ResolvedRefs=True/Resolved",
                "Evaluated=True/Evaluated",
                "Compatible=True/Warnings",
                "Approved=False/NotRequired",
                "Ready=True/AllowedWithWarnings")),
        new Line(
            "Block, gate closed, nobody approved",
            block(Gate.CLOSED).build(),
            true,
            List.of(
                "ResolvedRefs=True/Resolved",
                "Evaluated=True/Evaluated",
                "Compatible=False/TrustAnchorMissing",
                "Approved=False/ApprovalMissing",
                "Ready=False/TrustAnchorMissing",
                "Stalled=True/TrustAnchorMissing")),
        new Line(
            "Block for what is unknown only",
            undetermined().build(),
            true,
            List.of(
                "ResolvedRefs=True/Resolved",
                "Evaluated=True/Evaluated",
                "Compatible=Unknown/SignatureAlgorithmUnsupported",
                "Approved=False/ApprovalMissing",
                "Ready=False/SignatureAlgorithmUnsupported",
                "Stalled=True/SignatureAlgorithmUnsupported")),
        new Line(
            "Block for the chain itself, whatever the phones",
            undetermined()
                .chainFinding(finding("CertificateExpired", Severity.ERROR, FindingResult.VIOLATED))
                .build(),
            true,
            List.of(
                "ResolvedRefs=True/Resolved",
                "Evaluated=True/Evaluated",
                "Compatible=False/CertificateExpired",
                "Approved=False/ApprovalMissing",
                "Ready=False/CertificateExpired",
                "Stalled=True/CertificateExpired")),
        new Line(
            "Block, an approval that does not hold",
            block(Gate.CLOSED).approval("chg1", "It accepts 119 phones, 120 block.").build(),
            true,
            List.of(
                "ResolvedRefs=True/Resolved",
                "Evaluated=True/Evaluated",
                "Compatible=False/TrustAnchorMissing",
                "Approved=False/ApprovalNotInForce",
                "Ready=False/TrustAnchorMissing",
                "Stalled=True/TrustAnchorMissing")),
        new Line(
            "Block, approved",
            block(Gate.OPEN).approval("chg1", null).build(),
            true,
            List.of(
                "ResolvedRefs=True/Resolved",
                "Evaluated=True/Evaluated",
                "Compatible=False/TrustAnchorMissing",
                "Approved=True/Approved",
                "Ready=True/Approved")),
        new Line(
            "Block under Observe",
            block(Gate.OPEN).mode(Mode.OBSERVE).build(),
            true,
            List.of(
                "ResolvedRefs=True/Resolved",
                "Evaluated=True/Evaluated",
                "Compatible=False/TrustAnchorMissing",
                "Approved=False/ApprovalMissing",
                "Ready=True/ObserveOnly")),
        new Line(
            "Hold that heals when the fleet appears",
            hold(new Problem("FleetNotFound", "There is no PhoneFleet desk-phones.", false)),
            false,
            List.of(
                "ResolvedRefs=False/FleetNotFound",
                "Evaluated=False/FleetNotFound",
                "Compatible=Unknown/FleetNotFound",
                "Approved=False/HoldCannotBeApproved",
                "Ready=False/FleetNotFound",
                "Reconciling=True/FleetNotFound")),
        new Line(
            "Hold that only an edit heals",
            hold(new Problem("ChainUnreadable", "spec.chain holds no certificate.", true)),
            false,
            List.of(
                "ResolvedRefs=False/ChainUnreadable",
                "Evaluated=False/ChainUnreadable",
                "Compatible=Unknown/ChainUnreadable",
                "Approved=False/HoldCannotBeApproved",
                "Ready=False/ChainUnreadable",
                "Stalled=True/ChainUnreadable")),
        new Line(
            "Hold of both kinds: without the edit it never heals",
            hold(
                new Problem("FleetNotFound", "There is no PhoneFleet desk-phones.", false),
                new Problem("ChainUnreadable", "spec.chain holds no certificate.", true)),
            false,
            List.of(
                "ResolvedRefs=False/FleetNotFound",
                "Evaluated=False/FleetNotFound",
                "Compatible=Unknown/FleetNotFound",
                "Approved=False/HoldCannotBeApproved",
                "Ready=False/FleetNotFound",
                "Stalled=True/FleetNotFound")),
        new Line(
            "Hold because a rule threw: every input was there",
            hold(new Problem("RuleFailed", "The rule WildcardName failed.", false, "WildcardName")),
            true,
            List.of(
                "ResolvedRefs=True/Resolved",
                "Evaluated=False/RuleFailed",
                "Compatible=Unknown/RuleFailed",
                "Approved=False/HoldCannotBeApproved",
                "Ready=False/RuleFailed",
                "Reconciling=True/RuleFailed")));
  }

  @ParameterizedTest
  @MethodSource("table")
  void saysWhatTheTableSays(Line line) {
    assertThat(status(line.report(), line.resolved(), null, NOW).conditions())
        .extracting(c -> c.type() + "=" + c.status() + "/" + c.reason())
        .containsExactlyElementsOf(line.conditions());
  }

  @ParameterizedTest
  @MethodSource("table")
  void neverReconcilesAndStallsTogether(Line line) {
    assertThat(status(line.report(), line.resolved(), null, NOW).conditions())
        .extracting(StatusCondition::type)
        .filteredOn(type -> type.equals("Reconciling") || type.equals("Stalled"))
        .hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyConditionNamesItsGenerationAndSaysSomething(Line line) {
    assertThat(status(line.report(), line.resolved(), null, NOW).conditions())
        .allSatisfy(
            condition -> {
              assertThat(condition.observedGeneration()).isEqualTo(7L);
              assertThat(condition.message()).endsWith(".");
              assertThat(condition.reason()).matches("[A-Z][A-Za-z]+");
              assertThat(condition.lastTransitionTime()).isEqualTo("2026-06-01T08:00:00Z");
            });
  }

  @Test
  void transitionTimeMovesOnlyWithTheStatus() {
    CertificateRenewalStatus first = status(block(Gate.CLOSED).build(), true, null, NOW);
    CertificateRenewalStatus second = status(warn().build(), true, first, NOW.plusSeconds(60));
    CertificateRenewalStatus third =
        status(block(Gate.CLOSED).build(), true, second, NOW.plusSeconds(120));

    assertThat(since(second, "Evaluated")).isEqualTo("2026-06-01T08:00:00Z");
    assertThat(since(second, "Ready")).isEqualTo("2026-06-01T08:01:00Z");
    assertThat(since(third, "Stalled")).isEqualTo("2026-06-01T08:02:00Z");
  }

  private static String since(CertificateRenewalStatus status, String type) {
    return status.conditions().stream()
        .filter(condition -> condition.type().equals(type))
        .map(condition -> String.valueOf(condition.lastTransitionTime()))
        .findFirst()
        .orElse("absent");
  }

  private static CertificateRenewalStatus status(
      RenewalReport report,
      boolean resolved,
      @Nullable CertificateRenewalStatus previous,
      Instant now) {
    return CertificateRenewalStatusFactory.status(
        SampleReports.renewal(),
        report,
        resolved,
        new ReportStore.Stored(null, SampleReports.AT),
        previous,
        now);
  }

  private static SampleReports allow() {
    return SampleReports.of(Verdict.ALLOW, Gate.OPEN).group("lobby", Outcome.COMPATIBLE, 120);
  }

  private static SampleReports warn() {
    return SampleReports.of(Verdict.WARN, Gate.OPEN)
        .reasons("120 phones are at risk: a warning applies.")
        .group(
            "lobby",
            Outcome.AT_RISK,
            120,
            finding("WildcardName", Severity.WARNING, FindingResult.VIOLATED));
  }

  private static SampleReports block(Gate gate) {
    return SampleReports.of(Verdict.BLOCK, gate)
        .reasons("120 phones break, the budget accepts 0.")
        .group(
            "lobby",
            Outcome.BROKEN,
            120,
            finding("TrustAnchorMissing", Severity.ERROR, FindingResult.VIOLATED));
  }

  private static SampleReports undetermined() {
    return SampleReports.of(Verdict.BLOCK, Gate.CLOSED)
        .reasons("120 phones are undetermined, the budget accepts 0.")
        .group(
            "lobby",
            Outcome.UNDETERMINED,
            120,
            finding("SignatureAlgorithmUnsupported", Severity.ERROR, FindingResult.UNDETERMINED));
  }
}
