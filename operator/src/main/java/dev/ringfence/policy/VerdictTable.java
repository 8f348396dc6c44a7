package dev.ringfence.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * From findings to the verdict: the first line of the table that applies. Hold is decided before.
 */
final class VerdictTable {
  private final Policy policy;

  VerdictTable(Policy policy) {
    this.policy = policy;
  }

  /**
   * A verdict with what an approval would have to accept.
   *
   * @param blockingRules rules that block, empty unless the verdict is Block
   * @param blockingPhones phones that block
   * @param onlyUndetermined nothing is violated, the verdict blocks for what is unknown
   * @param reasons one sentence each
   */
  record Decision(
      Verdict verdict,
      Set<String> blockingRules,
      long blockingPhones,
      boolean onlyUndetermined,
      List<String> reasons) {}

  Decision decide(List<Finding> chainFindings, List<GroupReport> groups) {
    PhoneCounts phones = PhoneCounts.of(groups);
    Set<String> rules = new TreeSet<>();
    List<String> reasons = new ArrayList<>();
    long blocking = 0;
    boolean violated = false;

    for (Finding finding : chainFindings) {
      if (finding.breaks()) {
        violated = true;
        rules.add(finding.rule());
        reasons.add("The chain itself violates " + finding.rule() + ".");
      }
    }
    boolean overBudget = phones.broken() > policy.budgets().broken();
    List<String> protectedBroken = protectedBroken(groups);
    if (violated || overBudget || !protectedBroken.isEmpty()) {
      violated = true;
      blocking += phones.broken();
      collect(groups, Outcome.BROKEN, rules);
    }
    if (overBudget) {
      reasons.add(
          phones.broken()
              + phrase(phones.broken(), " phone breaks", " phones break")
              + ", the budget accepts "
              + policy.budgets().broken()
              + ".");
    }
    for (String group : protectedBroken) {
      reasons.add("The protected group " + group + " has phones that break.");
    }
    boolean tooUnknown =
        policy.undetermined() == Undetermined.BLOCK
            && phones.undetermined() > policy.budgets().undetermined();
    if (tooUnknown) {
      blocking += phones.undetermined();
      collect(groups, Outcome.UNDETERMINED, rules);
      reasons.add(
          phones.undetermined()
              + phrase(phones.undetermined(), " phone is", " phones are")
              + " undetermined, the budget accepts "
              + policy.budgets().undetermined()
              + ".");
    }
    if (violated || tooUnknown) {
      return new Decision(Verdict.BLOCK, rules, blocking, !violated, reasons);
    }
    return new Decision(passing(chainFindings, phones, reasons), Set.of(), 0, false, reasons);
  }

  private Verdict passing(List<Finding> chainFindings, PhoneCounts phones, List<String> reasons) {
    if (phones.broken() > 0) {
      reasons.add(
          phones.broken()
              + phrase(phones.broken(), " phone breaks", " phones break")
              + " within the budget of "
              + policy.budgets().broken()
              + ".");
    }
    if (phones.undetermined() > 0) {
      reasons.add(
          phones.undetermined()
              + phrase(phones.undetermined(), " phone is", " phones are")
              + " undetermined, which "
              + (policy.undetermined() == Undetermined.WARN
                  ? "the policy lets pass with a warning."
                  : "is within the budget of " + policy.budgets().undetermined() + "."));
    }
    if (phones.atRisk() > 0) {
      reasons.add(
          phones.atRisk()
              + phrase(phones.atRisk(), " phone is", " phones are")
              + " at risk: a warning applies.");
    }
    boolean chainWarns = Judgement.outcomeOf(chainFindings) != Outcome.COMPATIBLE;
    if (chainWarns) {
      reasons.add("A warning applies to the chain itself.");
    }
    return chainWarns || phones.compatible() < phones.total() ? Verdict.WARN : Verdict.ALLOW;
  }

  private List<String> protectedBroken(List<GroupReport> groups) {
    return groups.stream()
        .filter(group -> group.outcome() == Outcome.BROKEN && group.countedPhones() > 0)
        .map(group -> group.group().name())
        .filter(policy.protectedGroups()::contains)
        .distinct()
        .sorted()
        .toList();
  }

  private static void collect(List<GroupReport> groups, Outcome outcome, Set<String> rules) {
    FindingResult result =
        outcome == Outcome.BROKEN ? FindingResult.VIOLATED : FindingResult.UNDETERMINED;
    for (GroupReport group : groups) {
      if (group.outcome() == outcome && group.countedPhones() > 0) {
        group.findings().stream()
            .filter(f -> f.severity() == Severity.ERROR && f.result() == result)
            .forEach(f -> rules.add(f.rule()));
      }
    }
  }

  private static String phrase(long count, String one, String many) {
    return count == 1 ? one : many;
  }
}
