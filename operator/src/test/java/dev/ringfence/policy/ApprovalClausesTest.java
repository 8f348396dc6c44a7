package dev.ringfence.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.EvidenceLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovalClausesTest {
  private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");
  private static final Approval GOOD =
      new Approval(
          "a",
          "pool",
          "abc",
          Set.of("TrustAnchorMissing"),
          120,
          AT.plusSeconds(1),
          "CHG0012345",
          "phones are replaced next week",
          "alice");

  private static ApprovalReport judge(Approval approval, long phones, String... rules) {
    var decision =
        new VerdictTable.Decision(Verdict.BLOCK, Set.of(rules), phones, false, List.of());
    return new ApprovalClauses("pool", "abc", AT, decision).judge(approval);
  }

  @Test
  void isInForceForExactlyWhatItAccepts() {
    assertThat(judge(GOOD, 120, "TrustAnchorMissing").inForce()).isTrue();
    assertThat(judge(GOOD, 119, "TrustAnchorMissing").inForce()).isTrue();
  }

  @Test
  void closesWithOnePhoneMore() {
    assertThat(judge(GOOD, 121, "TrustAnchorMissing").failingClause())
        .isEqualTo("It accepts 120 phones, 121 block.");
  }

  @Test
  void closesWithOneRuleMore() {
    assertThat(judge(GOOD, 1, "TrustAnchorMissing", "PathTooLong").failingClause())
        .isEqualTo("It does not accept PathTooLong, which blocks.");
  }

  @Test
  void endsAtItsLastSecond() {
    var ended = new Approval("a", "pool", "abc", GOOD.rules(), 120, AT, null, null, "alice");
    assertThat(judge(ended, 1, "TrustAnchorMissing").failingClause())
        .isEqualTo("It ended at 2026-06-01T00:00:00Z, the instant judged is 2026-06-01T00:00:00Z.");
  }

  @Test
  void isBoundToOneChain() {
    var other =
        new Approval("a", "pool", "def", GOOD.rules(), 120, GOOD.expiresAt(), null, null, "alice");
    assertThat(judge(other, 1, "TrustAnchorMissing").failingClause())
        .isEqualTo("It accepts the chain def, the chain to be judged is abc.");
  }

  @Test
  void isBoundToOneRenewal() {
    var other =
        new Approval("a", "edge", "abc", GOOD.rules(), 120, GOOD.expiresAt(), null, null, "alice");
    assertThat(judge(other, 1, "TrustAnchorMissing").failingClause())
        .isEqualTo("It is for the renewal edge, this is pool.");
  }

  @Test
  void asksForAsManyDifferentPeopleAsThePolicySays() {
    var alice = new ApprovalReport(GOOD, null);
    var again = new ApprovalReport(GOOD, null);
    var bob =
        new ApprovalReport(
            new Approval("b", "pool", "abc", GOOD.rules(), 120, AT, null, null, "bob"), null);
    var failing = new ApprovalReport(bob.approval(), "It ended.");
    assertThat(ApprovalClauses.enough(List.of(alice), policy(1, false))).isTrue();
    assertThat(ApprovalClauses.enough(List.of(), policy(1, false))).isFalse();
    assertThat(ApprovalClauses.enough(List.of(alice, again), policy(2, false))).isFalse();
    assertThat(ApprovalClauses.enough(List.of(alice), policy(1, true))).isFalse();
    assertThat(ApprovalClauses.enough(List.of(alice, bob), policy(1, true))).isTrue();
    assertThat(ApprovalClauses.enough(List.of(alice, failing), policy(2, false))).isFalse();
  }

  private static Policy policy(int required, boolean fourEyes) {
    return new Policy(
        Mode.ENFORCE,
        Undetermined.BLOCK,
        EvidenceLevel.INFERRED,
        Map.of(),
        Map.of(),
        Budgets.NONE,
        Set.of(),
        required,
        fourEyes);
  }
}
