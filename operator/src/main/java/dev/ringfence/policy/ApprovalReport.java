package dev.ringfence.policy;

import org.jspecify.annotations.Nullable;

/**
 * Whether an approval holds for this evaluation.
 *
 * @param failingClause the clause that fails, as a sentence; null while in force
 */
public record ApprovalReport(Approval approval, @Nullable String failingClause) {
  public boolean inForce() {
    return failingClause == null;
  }
}
