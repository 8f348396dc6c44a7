package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Approval;
import dev.ringfence.policy.ApprovalReport;
import dev.ringfence.policy.Finding;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.GroupReport;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.Mode;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.PhoneCounts;
import dev.ringfence.policy.Problem;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Severity;
import dev.ringfence.policy.Verdict;
import dev.ringfence.testing.TestPki;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports as the engine would write them, for tests of what is made of a report. */
final class SampleReports {
  static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");
  static final CertificateChain CHAIN =
      new CertificateChain(
          List.of(TestPki.endEntity(TestPki.rootCa().mint()).mint().certificate()));

  private Verdict verdict = Verdict.ALLOW;
  private Gate gate = Gate.OPEN;
  private Mode mode = Mode.ENFORCE;
  private Instant at = AT;
  private @Nullable Instant breaksAt;
  private final List<GroupReport> groups = new ArrayList<>();
  private final List<Finding> chainFindings = new ArrayList<>();
  private final List<ApprovalReport> approvals = new ArrayList<>();
  private List<String> reasons = List.of();

  static SampleReports of(Verdict verdict, Gate gate) {
    SampleReports reports = new SampleReports();
    reports.verdict = verdict;
    reports.gate = gate;
    return reports;
  }

  SampleReports mode(Mode value) {
    mode = value;
    return this;
  }

  SampleReports at(Instant instant) {
    at = instant;
    return this;
  }

  SampleReports breaksAt(Instant instant) {
    breaksAt = instant;
    return this;
  }

  SampleReports reasons(String... sentences) {
    reasons = List.of(sentences);
    return this;
  }

  SampleReports group(String name, Outcome outcome, long phones, Finding... findings) {
    groups.add(
        new GroupReport(
            "desk-phones",
            new FleetGroup(
                name,
                "lync-phone-edition",
                "CX600",
                "4.0.7577.4387",
                phones,
                "hq",
                SignIn.PIN,
                GroupKind.IN_USE,
                null,
                false),
            "lync-phone-edition",
            "aries",
            outcome,
            breaksAt,
            List.of(),
            List.of(findings)));
    return this;
  }

  SampleReports chainFinding(Finding finding) {
    chainFindings.add(finding);
    return this;
  }

  SampleReports approval(String name, @Nullable String failingClause) {
    approvals.add(
        new ApprovalReport(
            new Approval(
                name,
                "pool",
                CHAIN.sha256(),
                Set.of("TrustAnchorMissing"),
                120,
                AT.plusSeconds(3600),
                "CHG0012345",
                null,
                "alice"),
            failingClause));
    return this;
  }

  RenewalReport build() {
    return new RenewalReport(
        "pool",
        verdict,
        gate,
        mode,
        at,
        CHAIN,
        PhoneCounts.of(groups),
        groups,
        chainFindings,
        null,
        List.of(),
        List.of(),
        approvals,
        List.of(),
        reasons,
        breaksAt,
        null,
        List.of(new InputDigest("PhoneFleet", "desk-phones", 3, "ab".repeat(32))));
  }

  static RenewalReport hold(Problem... problems) {
    return RenewalReport.hold("pool", Mode.ENFORCE, AT, CHAIN, List.of(problems), List.of());
  }

  static Finding finding(String rule, Severity severity, FindingResult result) {
    return new Finding(
        rule,
        severity,
        result,
        List.of(Affects.REGISTRATION),
        "Expected the anchor, found none.",
        List.of(),
        null);
  }

  static CertificateRenewal renewal() {
    CertificateRenewal renewal = new CertificateRenewal();
    renewal.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace("voice")
            .withName("pool")
            .withUid("6f6d0a3e-0000-4000-8000-000000000001")
            .withGeneration(7L)
            .build());
    return renewal;
  }
}
