package dev.ringfence.policy;

import static dev.ringfence.policy.Outcome.AT_RISK;
import static dev.ringfence.policy.Outcome.BROKEN;
import static dev.ringfence.policy.Outcome.COMPATIBLE;
import static dev.ringfence.policy.Outcome.UNDETERMINED;
import static dev.ringfence.policy.Verdict.ALLOW;
import static dev.ringfence.policy.Verdict.BLOCK;
import static dev.ringfence.policy.Verdict.WARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.SignIn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTableTest {
  static Stream<Arguments> lines() {
    Policy standard = Policy.defaults();
    Policy tolerant = policy(Undetermined.WARN, new Budgets(0, 0), Set.of());
    Policy budgeted = policy(Undetermined.BLOCK, new Budgets(10, 20), Set.of());
    Policy guarded = policy(Undetermined.BLOCK, new Budgets(10, 20), Set.of("lobby"));
    return Stream.of(
        arguments("all compatible", standard, List.of(group(COMPATIBLE, 5)), ALLOW),
        arguments("one at risk", standard, List.of(group(AT_RISK, 1), group(COMPATIBLE, 9)), WARN),
        arguments("one broken", standard, List.of(group(BROKEN, 1), group(COMPATIBLE, 9)), BLOCK),
        arguments("one undetermined", standard, List.of(group(UNDETERMINED, 1)), BLOCK),
        arguments("undetermined may pass", tolerant, List.of(group(UNDETERMINED, 1)), WARN),
        arguments("broken at the budget", budgeted, List.of(group(BROKEN, 10)), WARN),
        arguments("broken over the budget", budgeted, List.of(group(BROKEN, 11)), BLOCK),
        arguments("undetermined at the budget", budgeted, List.of(group(UNDETERMINED, 20)), WARN),
        arguments("undetermined over it", budgeted, List.of(group(UNDETERMINED, 21)), BLOCK),
        arguments("protected group in budget", guarded, List.of(group(BROKEN, 1)), BLOCK),
        arguments("protected, undetermined", guarded, List.of(group(UNDETERMINED, 1)), WARN),
        arguments(
            "spares do not count", standard, List.of(spare(BROKEN), group(COMPATIBLE, 1)), ALLOW));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void takesTheFirstLineThatApplies(
      String name, Policy policy, List<GroupReport> groups, Verdict expected) {
    assertThat(new VerdictTable(policy).decide(List.of(), groups).verdict()).isEqualTo(expected);
  }

  @Test
  void blocksOnAViolatedErrorOfTheChain() {
    var decision =
        new VerdictTable(Policy.defaults())
            .decide(
                List.of(finding("ChainOrderInvalid", Severity.ERROR, FindingResult.VIOLATED)),
                List.of(group(BROKEN, 3)));
    assertThat(decision.verdict()).isEqualTo(BLOCK);
    assertThat(decision.blockingRules()).containsExactly("ChainOrderInvalid", "TrustAnchorMissing");
    assertThat(decision.blockingPhones()).isEqualTo(3);
    assertThat(decision.onlyUndetermined()).isFalse();
    assertThat(decision.reasons())
        .containsExactly(
            "The chain itself violates ChainOrderInvalid.",
            "3 phones break, the budget accepts 0.");
  }

  @Test
  void warnsForAWarningOfTheChainAndIgnoresNotices() {
    var table = new VerdictTable(Policy.defaults());
    var works = List.of(group(COMPATIBLE, 1));
    assertThat(
            table
                .decide(
                    List.of(finding("WildcardName", Severity.WARNING, FindingResult.VIOLATED)),
                    works)
                .verdict())
        .isEqualTo(WARN);
    assertThat(
            table
                .decide(
                    List.of(
                        finding(
                            "ServedCertificateUnused", Severity.NOTICE, FindingResult.VIOLATED)),
                    works)
                .verdict())
        .isEqualTo(ALLOW);
  }

  @Test
  void saysWhetherOnlyUnknownsBlock() {
    var decision =
        new VerdictTable(Policy.defaults()).decide(List.of(), List.of(group(UNDETERMINED, 7)));
    assertThat(decision.onlyUndetermined()).isTrue();
    assertThat(decision.blockingPhones()).isEqualTo(7);
    assertThat(decision.blockingRules()).containsExactly("TrustAnchorMissing");
  }

  static Policy policy(Undetermined undetermined, Budgets budgets, Set<String> guarded) {
    return new Policy(
        Mode.ENFORCE,
        undetermined,
        EvidenceLevel.INFERRED,
        Map.of(),
        Map.of(),
        budgets,
        guarded,
        1,
        false);
  }

  private static GroupReport group(Outcome outcome, long phones) {
    return report(outcome, phones, GroupKind.IN_USE);
  }

  private static GroupReport spare(Outcome outcome) {
    return report(outcome, 5, GroupKind.SPARE);
  }

  private static GroupReport report(Outcome outcome, long phones, GroupKind kind) {
    var group =
        new FleetGroup(
            "lobby", null, "CX600", "4.0.7577.4387", phones, "", SignIn.PIN, kind, null, false);
    var findings =
        switch (outcome) {
          case BROKEN ->
              List.of(finding("TrustAnchorMissing", Severity.ERROR, FindingResult.VIOLATED));
          case UNDETERMINED ->
              List.of(finding("TrustAnchorMissing", Severity.ERROR, FindingResult.UNDETERMINED));
          case AT_RISK ->
              List.of(finding("FirmwareBelowMinimum", Severity.WARNING, FindingResult.VIOLATED));
          case COMPATIBLE -> List.<Finding>of();
        };
    return new GroupReport(
        "desk-phones", group, "lync-phone-edition", "aries", outcome, null, List.of(), findings);
  }

  private static Finding finding(String rule, Severity severity, FindingResult result) {
    return new Finding(rule, severity, result, List.of(), "A sentence.", List.of(), null);
  }
}
