package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.path.CertificateGraph;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One chain against all groups of all fleets. */
final class ChainEvaluation {
  private final Evaluation evaluation;
  private final Universe universe;
  private final Workbench workbench;
  private final List<Finding> chainFindings;
  private final List<Member> members;
  private final Map<String, GroupJudge.SharedJudge> shared = new HashMap<>();

  /** A group with its fleet's name and its judge. */
  record Member(String fleet, FleetGroup group, ProvisionedTrust provisioned, GroupJudge judge) {
    /** The phones that count: spare ones take part in advice only. */
    long countedPhones() {
      return group.kind() == GroupKind.SPARE ? 0 : group.phones();
    }
  }

  ChainEvaluation(Evaluation evaluation, CertificateChain chain, Workbench workbench) {
    this.evaluation = evaluation;
    this.workbench = workbench;
    this.universe = Universe.of(evaluation, chain, workbench);
    this.chainFindings =
        workbench.rules().onChain(universe.subject()).stream().sorted(Finding.ORDER).toList();
    this.members = new ArrayList<>();
    for (PhoneFleet fleet : evaluation.fleets()) {
      for (FleetGroup group : fleet.groups()) {
        GroupJudge judge = judge(group, fleet.provisionedTrust());
        if (judge.isPhone()) {
          members.add(new Member(fleet.name(), group, fleet.provisionedTrust(), judge));
        }
      }
    }
  }

  List<Member> members() {
    return List.copyOf(members);
  }

  List<Finding> chainFindings() {
    return chainFindings;
  }

  CertificateGraph graph() {
    return universe.graph();
  }

  /** Every certificate that can matter to the chain, sorted by SHA-256. */
  List<Certificate> known() {
    return universe.relevant();
  }

  CertificateChain chain() {
    return universe.chain();
  }

  /**
   * The judge of a group that need not be in a fleet: what if these phones ran another firmware?
   */
  GroupJudge judge(FleetGroup group, ProvisionedTrust provisioned) {
    return new GroupJudge(
        evaluation,
        universe.subject(),
        workbench,
        group,
        provisioned,
        (facts, trust) -> shared(facts, trust));
  }

  /** A violated or undetermined Error of the chain itself reaches every phone. */
  Outcome outcome(Judgement judgement) {
    Outcome ofChain = Judgement.outcomeOf(chainFindings);
    Outcome ofGroup = judgement.outcome();
    boolean error = ofChain == Outcome.BROKEN || ofChain == Outcome.UNDETERMINED;
    return error && ofChain.compareTo(ofGroup) < 0 ? ofChain : ofGroup;
  }

  List<Outcome> outcomes(Instant at) {
    return members.stream().map(member -> outcome(member.judge().at(at))).toList();
  }

  private GroupJudge.SharedJudge shared(FirmwareFacts facts, GroupTrust trust) {
    return shared.computeIfAbsent(
        facts.key() + "|" + trust.key(),
        key -> new Remembered(new FirmwareJudge(universe, workbench.rules(), facts, trust)));
  }

  private record Remembered(FirmwareJudge judge, Map<Instant, Assessment> answers)
      implements GroupJudge.SharedJudge {
    Remembered(FirmwareJudge judge) {
      this(judge, new HashMap<>());
    }

    @Override
    public Assessment at(Instant at) {
      return answers.computeIfAbsent(at, judge::at);
    }
  }
}
