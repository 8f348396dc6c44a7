package dev.ringfence.demo;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.FindingSummary;
import dev.ringfence.api.v1alpha1.PhoneTotals;
import dev.ringfence.api.v1alpha1.StatusCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A renewal as lines of text: its numbers, its story, and what is wrong. */
final class VerdictLines {
  private static final String ROW = "%-24s %-7s %-7s %7s %11s %8s %7s %13s";
  private static final int MAX_FINDINGS = 3;

  private VerdictLines() {}

  static String heading() {
    return ROW.formatted(
        "RENEWAL", "VERDICT", "GATE", "PHONES", "COMPATIBLE", "AT RISK", "BROKEN", "UNDETERMINED");
  }

  static String row(CertificateRenewal renewal) {
    CertificateRenewalStatus status = status(renewal);
    PhoneTotals phones = status.phones();
    return phones == null
        ? ROW.formatted(name(renewal), status.verdict(), status.gate(), "-", "-", "-", "-", "-")
        : ROW.formatted(
            name(renewal),
            status.verdict(),
            status.gate(),
            phones.total(),
            phones.compatible(),
            phones.atRisk(),
            phones.broken(),
            phones.undetermined());
  }

  /** The story, then the worst findings, or the reason of a Hold. */
  static List<String> details(CertificateRenewal renewal) {
    List<String> lines = new ArrayList<>();
    String story =
        renewal.getMetadata().getAnnotations() == null
            ? null
            : renewal.getMetadata().getAnnotations().get(DemoCluster.DESCRIPTION);
    if (story != null) {
      lines.add(story);
    }
    CertificateRenewalStatus status = status(renewal);
    if ("Hold".equals(status.verdict())) {
      ready(status).forEach(lines::add);
    }
    status.findings().stream()
        .filter(finding -> !finding.severity().equals("Notice"))
        .limit(MAX_FINDINGS)
        .map(VerdictLines::finding)
        .forEach(lines::add);
    return lines;
  }

  private static List<String> ready(CertificateRenewalStatus status) {
    return status.conditions().stream()
        .filter(condition -> condition.type().equals("Ready"))
        .map(StatusCondition::message)
        .filter(Objects::nonNull)
        .toList();
  }

  private static String finding(FindingSummary finding) {
    return "%s, %s, %d phones: %s"
        .formatted(finding.rule(), finding.result(), finding.phones(), finding.message());
  }

  private static String name(CertificateRenewal renewal) {
    return renewal.getMetadata().getName();
  }

  private static CertificateRenewalStatus status(CertificateRenewal renewal) {
    return Objects.requireNonNull(renewal.getStatus(), "only judged renewals are shown");
  }
}
