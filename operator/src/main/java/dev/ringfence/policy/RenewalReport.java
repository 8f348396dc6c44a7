package dev.ringfence.policy;

import dev.ringfence.pki.CertificateChain;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole answer to one evaluation; every list is sorted, so that equal inputs give equal
 * reports.
 *
 * @param chain null only if the verdict is Hold because the chain could not be had
 * @param chainFindings what is wrong with the chain itself, whatever the phones
 * @param changes null without a current chain
 * @param problems why the verdict is Hold; empty otherwise
 * @param reasons what decided verdict and gate, one sentence each: budgets, mode, approvals
 * @param breaksAt the earliest of the groups
 * @param nextChange the next second at which this report can change, null if none is known
 */
public record RenewalReport(
    String renewal,
    Verdict verdict,
    Gate gate,
    Mode mode,
    Instant at,
    @Nullable CertificateChain chain,
    PhoneCounts phones,
    List<GroupReport> groups,
    List<Finding> chainFindings,
    @Nullable Changes changes,
    List<CalendarEntry> calendar,
    List<Advice> advice,
    List<ApprovalReport> approvals,
    List<Problem> problems,
    List<String> reasons,
    @Nullable Instant breaksAt,
    @Nullable Instant nextChange,
    List<InputDigest> inputs) {
  public RenewalReport {
    groups = List.copyOf(groups);
    chainFindings = List.copyOf(chainFindings);
    calendar = List.copyOf(calendar);
    advice = List.copyOf(advice);
    approvals = List.copyOf(approvals);
    problems = List.copyOf(problems);
    reasons = List.copyOf(reasons);
    inputs = List.copyOf(inputs);
    if ((verdict == Verdict.HOLD) == problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected problems exactly with the verdict Hold, found "
              + verdict
              + " with "
              + problems.size());
    }
    if (verdict == Verdict.HOLD && gate == Gate.OPEN) {
      throw new IllegalArgumentException("Expected a closed gate with the verdict Hold");
    }
  }

  /**
   * The report when an input is unresolved or unreadable: nothing is decided, the gate is closed.
   */
  public static RenewalReport hold(
      String renewal,
      Mode mode,
      Instant at,
      @Nullable CertificateChain chain,
      List<Problem> problems,
      List<InputDigest> inputs) {
    return new RenewalReport(
        renewal,
        Verdict.HOLD,
        Gate.CLOSED,
        mode,
        at,
        chain,
        PhoneCounts.NONE,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        problems,
        List.of(),
        null,
        null,
        inputs);
  }

  /** Whether a blocking verdict was let through by an approval in force. */
  public boolean approved() {
    return verdict == Verdict.BLOCK
        && gate == Gate.OPEN
        && approvals.stream().anyMatch(ApprovalReport::inForce);
  }

  /** The same about a renewal of another name. */
  public RenewalReport named(String other) {
    return with(other, at);
  }

  /** The same with another instant judged. */
  public RenewalReport judgedAt(Instant other) {
    return with(renewal, other);
  }

  private RenewalReport with(String otherRenewal, Instant otherAt) {
    return new RenewalReport(
        otherRenewal,
        verdict,
        gate,
        mode,
        otherAt,
        chain,
        phones,
        groups,
        chainFindings,
        changes,
        calendar,
        advice,
        approvals,
        problems,
        reasons,
        breaksAt,
        nextChange,
        inputs);
  }
}
