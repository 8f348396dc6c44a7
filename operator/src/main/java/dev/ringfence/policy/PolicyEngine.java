package dev.ringfence.policy;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.pki.SignatureVerifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From an evaluation to its report: the only place where anything is decided. */
public final class PolicyEngine {
  private final RuleRunner rules;
  private final SignatureVerifier verifier;

  /**
   * @param verifier remembers what it has verified, so that a signature of a certification
   *     authority is verified once for all evaluations and not once for each
   */
  public PolicyEngine(List<Rule> rules, SignatureVerifier verifier) {
    this.rules = new RuleRunner(rules);
    this.verifier = verifier;
  }

  /** With a verifier of its own. */
  public PolicyEngine(List<Rule> rules) {
    this(rules, new SignatureVerifier());
  }

  /**
   * Never throws for what the evaluation holds: what cannot be judged is a Hold with its reason.
   */
  public RenewalReport evaluate(Evaluation evaluation) {
    if (phones(evaluation) == 0) {
      return hold(
          evaluation,
          new Problem(
              "NoPhones",
              "Expected at least one phone in use in the fleets "
                  + evaluation.fleets().stream().map(PhoneFleet::name).sorted().toList()
                  + ", found none; an empty inventory proves nothing.",
              false));
    }
    try {
      return judge(evaluation);
    } catch (RuleFailedException e) {
      return hold(evaluation, e.problem());
    } catch (RuntimeException e) {
      return hold(
          evaluation,
          new Problem(
              "EvaluationFailed",
              "The evaluation failed with "
                  + e.getClass().getSimpleName()
                  + ": "
                  + e.getMessage()
                  + "; nothing is decided.",
              false));
    }
  }

  /**
   * What the verdict on some groups rests on.
   *
   * @param model of the fleets' groups, compared without case; null: all
   * @param firmware of the fleets' groups; null: all
   */
  public Explanation explain(
      Evaluation evaluation, @Nullable String model, @Nullable String firmware) {
    ChainEvaluation chain =
        new ChainEvaluation(
            evaluation, evaluation.chain(), new Workbench(evaluation, rules, verifier));
    Explainer explainer = new Explainer(chain, evaluation.at());
    List<Explanation.Phones> explained = new ArrayList<>(chain.members().size());
    for (ChainEvaluation.Member member : chain.members()) {
      if ((model == null || member.group().model().equalsIgnoreCase(model))
          && (firmware == null || member.group().firmware().equals(firmware))) {
        explained.addAll(explainer.explain(member));
      }
    }
    return new Explanation(explained);
  }

  private RenewalReport judge(Evaluation evaluation) {
    Policy policy = evaluation.policy();
    Instant at = evaluation.at();
    Workbench workbench = new Workbench(evaluation, rules, verifier);
    ChainEvaluation chain = new ChainEvaluation(evaluation, evaluation.chain(), workbench);
    Forecast forecast = new Forecast(chain, at);
    List<GroupReport> groups = groups(chain, forecast, at);
    if (PhoneCounts.of(groups).total() == 0) {
      return hold(
          evaluation,
          new Problem(
              "NoPhones",
              "Expected at least one phone in use, found only devices that are no phones.",
              false));
    }
    VerdictTable.Decision decision = new VerdictTable(policy).decide(chain.chainFindings(), groups);
    List<ApprovalReport> approvals = approvals(evaluation, decision);
    Suggestions suggestions = suggestions(evaluation, workbench, new Standing(chain, policy, at));
    boolean approved =
        decision.verdict() == Verdict.BLOCK && ApprovalClauses.enough(approvals, policy);
    return new RenewalReport(
        evaluation.renewal(),
        decision.verdict(),
        GateTable.gate(decision.verdict(), policy.mode(), approved),
        policy.mode(),
        at,
        evaluation.chain(),
        PhoneCounts.of(groups),
        groups,
        chain.chainFindings(),
        changes(evaluation, chain, workbench),
        forecast.calendar(),
        suggestions.advice(),
        approvals,
        List.of(),
        Stream.concat(
                reasons(decision, policy.mode(), approved).stream(),
                suggestions.failures().stream())
            .toList(),
        earliest(groups.stream().map(GroupReport::breaksAt)),
        earliest(
            Stream.concat(
                Stream.of(forecast).map(Forecast::next),
                evaluation.approvals().stream().map(Approval::expiresAt).filter(at::isBefore))),
        evaluation.inputs());
  }

  /** Advice, or a sentence that says why there is none. */
  private record Suggestions(List<Advice> advice, List<String> failures) {}

  /** The verdict has been reached without advice, so it stands if the search for it fails. */
  private static Suggestions suggestions(
      Evaluation evaluation, Workbench workbench, Standing standing) {
    try {
      return new Suggestions(new Advisor(evaluation, workbench, standing).advice(), List.of());
    } catch (RuntimeException e) {
      return new Suggestions(
          List.of(),
          List.of(
              "No advice could be worked out: the search for it failed with "
                  + e.getClass().getSimpleName()
                  + ": "
                  + e.getMessage()
                  + "."));
    }
  }

  private static List<GroupReport> groups(ChainEvaluation chain, Forecast forecast, Instant at) {
    List<GroupReport> reports = new ArrayList<>();
    for (int i = 0; i < chain.members().size(); i++) {
      ChainEvaluation.Member member = chain.members().get(i);
      Judgement judgement = member.judge().at(at);
      reports.add(
          new GroupReport(
              member.fleet(),
              member.group(),
              member.judge().platform(),
              member.judge().family(),
              chain.outcome(judgement),
              forecast.breaksAt(i),
              judgement.builtPaths(),
              judgement.findings()));
    }
    reports.sort(
        Comparator.comparing(GroupReport::outcome)
            .thenComparing(GroupReport::fleet)
            .thenComparing(report -> report.group().name())
            .thenComparing(report -> report.group().model())
            .thenComparing(report -> report.group().firmware())
            .thenComparing(report -> report.group().site()));
    return reports;
  }

  private static List<ApprovalReport> approvals(
      Evaluation evaluation, VerdictTable.Decision decision) {
    ApprovalClauses clauses =
        new ApprovalClauses(
            evaluation.renewal(), evaluation.chain().sha256(), evaluation.at(), decision);
    return evaluation.approvals().stream()
        .sorted(Comparator.comparing(Approval::name))
        .map(clauses::judge)
        .toList();
  }

  private static @Nullable Changes changes(
      Evaluation evaluation, ChainEvaluation chain, Workbench workbench) {
    CertificateChain current = evaluation.currentChain();
    if (current == null) {
      return null;
    }
    Instant at = evaluation.at();
    ChainEvaluation before = new ChainEvaluation(evaluation, current, workbench);
    return Comparison.of(chain.members(), before.outcomes(at), chain.outcomes(at));
  }

  private static List<String> reasons(VerdictTable.Decision decision, Mode mode, boolean approved) {
    List<String> reasons = new ArrayList<>(decision.reasons());
    if (decision.verdict() == Verdict.BLOCK) {
      if (approved) {
        reasons.add("The gate is open because an approval in force accepts exactly this.");
      } else if (mode == Mode.OBSERVE) {
        reasons.add("The gate is open because the policy's mode is Observe.");
      }
    }
    return reasons;
  }

  private static RenewalReport hold(Evaluation evaluation, Problem problem) {
    return RenewalReport.hold(
        evaluation.renewal(),
        evaluation.policy().mode(),
        evaluation.at(),
        evaluation.chain(),
        List.of(problem),
        evaluation.inputs());
  }

  private static long phones(Evaluation evaluation) {
    return evaluation.fleets().stream()
        .flatMap(fleet -> fleet.groups().stream())
        .filter(group -> group.kind() == GroupKind.IN_USE)
        .mapToLong(FleetGroup::phones)
        .sum();
  }

  private static @Nullable Instant earliest(Stream<@Nullable Instant> instants) {
    return instants.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
  }
}
