package dev.ringfence.policy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether an approval is in force: a pure function of it and the evaluation. Nothing latches; one
 * phone more than accepted and it is not in force.
 */
final class ApprovalClauses {
  private final String renewal;
  private final String chainSha256;
  private final Instant at;
  private final VerdictTable.Decision decision;

  ApprovalClauses(String renewal, String chainSha256, Instant at, VerdictTable.Decision decision) {
    this.renewal = renewal;
    this.chainSha256 = chainSha256;
    this.at = at;
    this.decision = decision;
  }

  ApprovalReport judge(Approval approval) {
    return new ApprovalReport(approval, failingClause(approval));
  }

  /** Whether enough different people approved; four eyes asks for at least two. */
  static boolean enough(List<ApprovalReport> reports, Policy policy) {
    long approvers =
        reports.stream()
            .filter(ApprovalReport::inForce)
            .map(report -> report.approval().approvedBy())
            .distinct()
            .count();
    return approvers >= Math.max(policy.approvalsRequired(), policy.fourEyes() ? 2 : 1);
  }

  private @Nullable String failingClause(Approval approval) {
    if (!approval.renewal().equals(renewal)) {
      return "It is for the renewal " + approval.renewal() + ", this is " + renewal + ".";
    }
    if (!approval.chainSha256().equals(chainSha256)) {
      return "It accepts the chain "
          + approval.chainSha256()
          + ", the chain to be judged is "
          + chainSha256
          + ".";
    }
    if (!at.isBefore(approval.expiresAt())) {
      return "It ended at " + approval.expiresAt() + ", the instant judged is " + at + ".";
    }
    Set<String> missing = new TreeSet<>(decision.blockingRules());
    missing.removeAll(approval.rules());
    if (!missing.isEmpty()) {
      return "It does not accept "
          + String.join(", ", missing)
          + ", which "
          + (missing.size() == 1 ? "blocks." : "block.");
    }
    if (decision.blockingPhones() > approval.maxPhones()) {
      return "It accepts "
          + approval.maxPhones()
          + " phones, "
          + decision.blockingPhones()
          + " block.";
    }
    return null;
  }
}
