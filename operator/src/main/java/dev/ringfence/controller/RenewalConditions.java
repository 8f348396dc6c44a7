package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.FindingSummary;
import dev.ringfence.api.v1alpha1.StatusCondition;
import dev.ringfence.policy.ApprovalReport;
import dev.ringfence.policy.Finding;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.PhoneCounts;
import dev.ringfence.policy.Problem;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table of verdicts and conditions. With a closed gate, Hold is Reconciling while something
 * else than an edit can heal it, and Stalled otherwise; Block is Stalled.
 */
final class RenewalConditions {
  private final RenewalReport report;
  private final boolean resolved;
  private final List<FindingSummary> findings;
  private final ConditionList list;

  private RenewalConditions(
      RenewalReport report, boolean resolved, List<FindingSummary> findings, ConditionList list) {
    this.report = report;
    this.resolved = resolved;
    this.findings = findings;
    this.list = list;
  }

  /**
   * @param resolved whether every input could be had, so that a Hold comes from the evaluation
   * @param findings worst first
   * @param list takes the conditions
   */
  static List<StatusCondition> of(
      RenewalReport report, boolean resolved, List<FindingSummary> findings, ConditionList list) {
    RenewalConditions conditions = new RenewalConditions(report, resolved, findings, list);
    if (report.verdict() == Verdict.HOLD) {
      conditions.hold();
    } else {
      conditions.judged();
    }
    return conditions.list.toList();
  }

  private void hold() {
    String reason = report.problems().get(0).reason();
    String message =
        report.problems().stream().map(Problem::message).collect(Collectors.joining(" "));
    if (resolved) {
      resolvedRefs();
    } else {
      list.isFalse(ConditionType.RESOLVED_REFS, reason, message);
    }
    list.isFalse(ConditionType.EVALUATED, reason, message);
    list.isUnknown(ConditionType.COMPATIBLE, reason, "Nothing was decided. " + message);
    list.isFalse(
        ConditionType.APPROVED,
        Reason.HOLD_CANNOT_BE_APPROVED,
        "A renewal on Hold cannot be approved: nobody knows yet what an approval would accept.");
    list.isFalse(ConditionType.READY, reason, message);
    if (report.problems().stream().anyMatch(Problem::onlyAnEditHeals)) {
      list.isTrue(ConditionType.STALLED, reason, message);
    } else {
      list.isTrue(ConditionType.RECONCILING, reason, message);
    }
  }

  private void judged() {
    resolvedRefs();
    list.isTrue(
        ConditionType.EVALUATED,
        Reason.EVALUATED,
        "%s in %d groups were judged.".formatted(Texts.phones(phones().total()), groups()));
    compatible();
    approved();
    ready();
  }

  private void resolvedRefs() {
    list.isTrue(ConditionType.RESOLVED_REFS, Reason.RESOLVED, "Every input was found and read.");
  }

  private void compatible() {
    switch (report.verdict()) {
      case ALLOW -> list.isTrue(ConditionType.COMPATIBLE, Reason.COMPATIBLE, counts());
      case WARN -> list.isTrue(ConditionType.COMPATIBLE, Reason.WARNINGS, counts());
      default -> {
        if (onlyUndetermined()) {
          list.isUnknown(ConditionType.COMPATIBLE, worstRule(), counts());
        } else {
          list.isFalse(ConditionType.COMPATIBLE, worstRule(), counts());
        }
      }
    }
  }

  private void approved() {
    if (report.verdict() != Verdict.BLOCK) {
      list.isFalse(
          ConditionType.APPROVED, Reason.NOT_REQUIRED, "The verdict blocks nothing to approve.");
    } else if (report.approved()) {
      list.isTrue(ConditionType.APPROVED, Reason.APPROVED, "In force: " + inForce() + ".");
    } else if (report.approvals().isEmpty()) {
      list.isFalse(
          ConditionType.APPROVED,
          Reason.APPROVAL_MISSING,
          "No RenewalApproval of this namespace names this renewal.");
    } else {
      list.isFalse(ConditionType.APPROVED, Reason.APPROVAL_NOT_IN_FORCE, failingClauses());
    }
  }

  private void ready() {
    if (report.gate() == Gate.CLOSED) {
      String message = (counts() + " " + String.join(" ", report.reasons())).strip();
      list.isFalse(ConditionType.READY, worstRule(), message);
      list.isTrue(ConditionType.STALLED, worstRule(), message);
    } else {
      String reason =
          switch (report.verdict()) {
            case ALLOW -> Reason.ALLOWED;
            case WARN -> Reason.ALLOWED_WITH_WARNINGS;
            default -> report.approved() ? Reason.APPROVED : Reason.OBSERVE_ONLY;
          };
      list.isTrue(
          ConditionType.READY,
          reason,
          ("The gate is open. " + String.join(" ", report.reasons())).strip());
    }
  }

  /** Nothing is known to fail: the verdict blocks for what is unknown. */
  private boolean onlyUndetermined() {
    return phones().broken() == 0 && report.chainFindings().stream().noneMatch(Finding::breaks);
  }

  private String worstRule() {
    return findings.isEmpty() ? Reason.BLOCKED : findings.get(0).rule();
  }

  private String counts() {
    PhoneCounts phones = phones();
    return "Of %s %d are compatible, %d at risk, %d broken, %d undetermined."
        .formatted(
            Texts.phones(phones.total()),
            phones.compatible(),
            phones.atRisk(),
            phones.broken(),
            phones.undetermined());
  }

  private String inForce() {
    return report.approvals().stream()
        .filter(ApprovalReport::inForce)
        .map(approval -> approval.approval().name())
        .collect(Collectors.joining(", "));
  }

  private String failingClauses() {
    return report.approvals().stream()
        .map(
            approval ->
                approval.approval().name()
                    + ": "
                    + (approval.failingClause() == null
                        ? "In force, but more approvals are required."
                        : approval.failingClause()))
        .collect(Collectors.joining(" "));
  }

  private PhoneCounts phones() {
    return report.phones();
  }

  private long groups() {
    return report.groups().stream().filter(group -> group.countedPhones() > 0).count();
  }
}
