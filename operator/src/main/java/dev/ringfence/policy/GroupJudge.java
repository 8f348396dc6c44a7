package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.catalog.Identification;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.path.BuiltPath;
import dev.ringfence.pki.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges one fleet group at any instant. Groups with the same facts share a {@link FirmwareJudge}.
 */
final class GroupJudge {
  private final Evaluation evaluation;
  private final ChainSubject chain;
  private final RuleRunner rules;
  private final FleetGroup group;
  private final Identification identification;
  private final List<SharedJudge> firmwares;

  /** The answer of one firmware, kept per instant. */
  interface SharedJudge {
    FirmwareJudge judge();

    Assessment at(Instant at);
  }

  /** Finds or makes the judge that groups with the same facts share. */
  interface Judges {
    SharedJudge of(FirmwareFacts facts, GroupTrust trust);
  }

  GroupJudge(
      Evaluation evaluation,
      ChainSubject chain,
      Workbench workbench,
      FleetGroup group,
      ProvisionedTrust provisioned,
      Judges judges) {
    this.evaluation = evaluation;
    this.chain = chain;
    this.rules = workbench.rules();
    this.group = group;
    this.identification = workbench.identify(group);
    this.firmwares = new ArrayList<>();
    if (identification instanceof Identification.Known known) {
      for (FirmwareFacts facts : known.alternatives()) {
        firmwares.add(judges.of(facts, new GroupTrust(facts, group, provisioned)));
      }
    }
  }

  boolean isPhone() {
    return !(identification instanceof Identification.NotAPhone);
  }

  @Nullable String platform() {
    return identification instanceof Identification.Known known
        ? known.platform()
        : group.platform();
  }

  @Nullable String family() {
    return firmwares.size() == 1 ? firmwares.get(0).judge().facts().family() : null;
  }

  List<FirmwareJudge> firmwares() {
    return firmwares.stream().map(SharedJudge::judge).toList();
  }

  Set<Certificate> onCandidatePaths() {
    return firmwares.stream()
        .flatMap(shared -> shared.judge().onCandidatePaths().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Equal results of the alternatives count; different ones are undetermined. */
  Judgement at(Instant at) {
    if (identification instanceof Identification.Unknown unknown) {
      return judge(unknown.reason(), null, at);
    }
    List<Judgement> judgements =
        firmwares.stream()
            .map(
                shared ->
                    judge(
                        null,
                        new GroupSubject.Firmware(
                            shared.judge().facts(), shared.judge().trust(), shared.at(at)),
                        at))
            .toList();
    boolean agree = judgements.stream().map(Judgement::outcome).distinct().count() <= 1;
    List<Finding> findings = new ArrayList<>();
    if (!agree) {
      findings.addAll(judge(disagreement(judgements), null, at).findings());
    }
    List<BuiltPath> built = new ArrayList<>();
    for (Judgement judgement : judgements) {
      judgement.findings().forEach(f -> findings.add(agree ? f : undetermined(f)));
      built.addAll(judgement.builtPaths());
    }
    return new Judgement(findings, built.stream().distinct().toList());
  }

  private Judgement judge(
      @Nullable String unknown, GroupSubject.@Nullable Firmware firmware, Instant at) {
    GroupSubject subject =
        new GroupSubject(evaluation, chain, group, platform(), unknown, firmware, at);
    List<Finding> findings = new ArrayList<>(rules.onGroup(subject));
    List<BuiltPath> built = List.of();
    if (firmware != null) {
      Assessment assessment = firmware.assessment();
      assessment.best().ifPresent(best -> findings.addAll(best.findings()));
      built = assessment.builtPaths().stream().map(Assessment.Construction::built).toList();
    }
    return new Judgement(findings, built);
  }

  private String disagreement(List<Judgement> judgements) {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < judgements.size(); i++) {
      answers.add(
          firmwares.get(i).judge().facts().family() + " is " + judgements.get(i).outcome().label());
    }
    return "The inventory names no model for these phones, and the families of "
        + platform()
        + " fare differently: "
        + String.join(", ", answers)
        + ".";
  }

  private static Finding undetermined(Finding finding) {
    return new Finding(
        finding.rule(),
        finding.severity(),
        FindingResult.UNDETERMINED,
        finding.affects(),
        finding.message(),
        finding.evidence(),
        finding.question());
  }
}
