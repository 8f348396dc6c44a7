package dev.ringfence.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How every group fares with one input at its instant, and which verdict comes of it. */
final class Standing {
  private final ChainEvaluation chain;
  private final Policy policy;
  private final Instant at;
  private final List<ChainEvaluation.Member> members;
  private final List<Judgement> judgements;
  private final List<Outcome> outcomes;

  /** What a change of the input does to one group. */
  enum Change {
    NONE,
    RECOVERED,
    LOST,
    EASED
  }

  Standing(ChainEvaluation chain, Policy policy, Instant at) {
    this.chain = chain;
    this.policy = policy;
    this.at = at;
    this.members = chain.members();
    this.judgements = members.stream().map(member -> member.judge().at(at)).toList();
    this.outcomes = judgements.stream().map(chain::outcome).toList();
  }

  static Standing of(Evaluation evaluation, Workbench workbench) {
    return new Standing(
        new ChainEvaluation(evaluation, evaluation.chain(), workbench),
        evaluation.policy(),
        evaluation.at());
  }

  int size() {
    return outcomes.size();
  }

  ChainEvaluation chain() {
    return chain;
  }

  ChainEvaluation.Member member(int i) {
    return members.get(i);
  }

  Outcome outcome(int i) {
    return outcomes.get(i);
  }

  Judgement judgement(int i) {
    return judgements.get(i);
  }

  boolean works(int i) {
    return works(outcomes.get(i));
  }

  static boolean works(Outcome outcome) {
    return outcome == Outcome.COMPATIBLE || outcome == Outcome.AT_RISK;
  }

  /** Phones in use with this outcome. */
  long phones(Outcome outcome) {
    long phones = 0;
    for (int i = 0; i < size(); i++) {
      phones += outcomes.get(i) == outcome ? member(i).countedPhones() : 0;
    }
    return phones;
  }

  /** Rules whose Errors stand against a group, its chain's included; sorted, the caller's own. */
  Set<String> errors(int i) {
    Set<String> rules = new TreeSet<>();
    for (List<Finding> findings : List.of(judgements.get(i).findings(), chain.chainFindings())) {
      findings.stream()
          .filter(finding -> finding.severity() == Severity.ERROR)
          .forEach(finding -> rules.add(finding.rule()));
    }
    return rules;
  }

  /** What each path builder of a group says, by profile. */
  Map<String, List<ProfileVerdict.Answer>> answers(int i) {
    Map<String, List<ProfileVerdict.Answer>> answers = new TreeMap<>();
    judgements
        .get(i)
        .builtPaths()
        .forEach(
            built ->
                answers
                    .computeIfAbsent(built.profile(), profile -> new ArrayList<>(1))
                    .add(ProfileVerdict.Answer.of(built)));
    return answers;
  }

  /** What becomes of a group if this standing changes into another one. */
  Change change(int i, Standing after) {
    Outcome then = after.outcome(i);
    if (works(then)) {
      return works(i) ? Change.NONE : Change.RECOVERED;
    }
    if (then.compareTo(outcome(i)) < 0) {
      return Change.LOST;
    }
    Set<String> now = errors(i);
    Set<String> left = after.errors(i);
    boolean fewer = left.size() < now.size() && now.containsAll(left);
    return fewer && after.anchored(i) ? Change.EASED : Change.NONE;
  }

  /** Whether each best path ends in a certificate; one that ends in the unknown settles nothing. */
  private boolean anchored(int i) {
    return member(i).judge().firmwares().stream()
        .map(firmware -> firmware.at(at).best())
        .allMatch(best -> best.filter(b -> b.path().anchor() != null).isPresent());
  }

  /** Whether some served chain could let a group work that does not. */
  boolean servable(int i) {
    return !works(i)
        && member(i).judge().firmwares().stream().anyMatch(firmware -> firmware.servable(at));
  }

  /** Before approvals, which are bound to one chain. */
  Verdict verdict() {
    return new VerdictTable(policy).decide(chain.chainFindings(), groups()).verdict();
  }

  private List<GroupReport> groups() {
    List<GroupReport> groups = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      ChainEvaluation.Member member = member(i);
      Judgement judgement = judgements.get(i);
      groups.add(
          new GroupReport(
              member.fleet(),
              member.group(),
              member.judge().platform(),
              member.judge().family(),
              outcome(i),
              null,
              judgement.builtPaths(),
              judgement.findings()));
    }
    return groups;
  }
}
