package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.ChainFacts;
import dev.ringfence.api.v1alpha1.InputSummary;
import dev.ringfence.api.v1alpha1.PhoneTotals;
import dev.ringfence.api.v1alpha1.StatusCondition;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.PhoneCounts;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a report to the status of its renewal: a pure function that starts from nothing. */
final class CertificateRenewalStatusFactory {
  private static final int MAX_INPUTS = 64;

  private CertificateRenewalStatusFactory() {}

  /**
   * @param resolved whether every input could be had, so that a Hold comes from the evaluation
   * @param stored the report as the cluster holds it
   * @param previous only the transition times of its conditions are used
   */
  static CertificateRenewalStatus status(
      CertificateRenewal renewal,
      RenewalReport report,
      boolean resolved,
      ReportStore.Stored stored,
      @Nullable CertificateRenewalStatus previous,
      Instant now) {
    long generation = StatusWriter.generation(renewal);
    CertificateChain chain = report.chain();
    FindingSummaries findings = FindingSummaries.of(report, JudgedInstant.of(report, stored.at()));
    List<StatusCondition> before = previous == null ? List.of() : previous.conditions();
    return new CertificateRenewalStatus(
        generation,
        report.verdict().label(),
        report.gate().label(),
        chain == null ? null : chain.sha256(),
        chain == null ? null : facts(chain),
        report.verdict() == Verdict.HOLD ? null : totals(report.phones()),
        findings.worst(),
        findings.omitted() == 0 ? null : findings.omitted(),
        inputs(report.inputs()),
        report.breaksAt() == null ? null : report.breaksAt().toString(),
        stored.ref(),
        RenewalConditions.of(
            report,
            resolved,
            findings.all(),
            new ConditionList(before, generation, now, JudgedInstant.of(report, stored.at())::in)));
  }

  private static ChainFacts facts(CertificateChain chain) {
    Instant notAfter =
        chain.certificates().stream()
            .map(certificate -> certificate.validity().notAfter())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return new ChainFacts(
        chain.endEntity().subject().toString(), notAfter.toString(), chain.certificates().size());
  }

  private static PhoneTotals totals(PhoneCounts phones) {
    return new PhoneTotals(
        phones.total(),
        phones.compatible(),
        phones.atRisk(),
        phones.broken(),
        phones.undetermined());
  }

  private static List<InputSummary> inputs(List<InputDigest> inputs) {
    return inputs.stream()
        .sorted(Comparator.comparing(InputDigest::kind).thenComparing(InputDigest::name))
        .limit(MAX_INPUTS)
        .map(
            input ->
                new InputSummary(
                    input.kind(),
                    input.name(),
                    input.generation() == 0 ? null : input.generation(),
                    input.digest()))
        .toList();
  }
}
