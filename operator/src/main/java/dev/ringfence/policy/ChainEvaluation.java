package dev.ringfence.policy;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.PhoneTraits;
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
  private final Map<KnownPhones, GroupJudge> judges = new HashMap<>();
  private final Map<GroupTrust, FirmwareJudge> firmwares = new HashMap<>();

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
    List<Member> phones = new ArrayList<>();
    for (PhoneFleet fleet : evaluation.fleets()) {
      for (FleetGroup group : fleet.groups()) {
        GroupJudge judge = judge(group.traits(), fleet.provisionedTrust());
        if (judge.ofPhones()) {
          phones.add(new Member(fleet.name(), group, fleet.provisionedTrust(), judge));
        }
      }
    }
    this.members = List.copyOf(phones);
  }

  List<Member> members() {
    return members;
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

  /** The judge of phones that need not be in a fleet: what if they ran another firmware? */
  GroupJudge judge(PhoneTraits traits, ProvisionedTrust provisioned) {
    KnownPhones phones = workbench.phones(traits, provisioned);
    GroupJudge known = judges.get(phones);
    if (known == null) {
      List<FirmwareJudge> judging = new ArrayList<>(1);
      for (GroupTrust trust : phones.alternatives()) {
        judging.add(firmware(trust));
      }
      known = new GroupJudge(evaluation, universe.subject(), workbench.rules(), phones, judging);
      judges.put(phones, known);
    }
    return known;
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

  private FirmwareJudge firmware(GroupTrust trust) {
    FirmwareJudge known = firmwares.get(trust);
    if (known == null) {
      known = new FirmwareJudge(universe, workbench.rules(), trust);
      firmwares.put(trust, known);
    }
    return known;
  }
}
