package dev.ringfence.policy;

import dev.ringfence.path.BuiltPath;
import dev.ringfence.pki.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges groups of the same traits at any instant, each instant once. Those with the same facts
 * share a {@link FirmwareJudge}.
 */
final class GroupJudge {
  private final Evaluation evaluation;
  private final ChainSubject chain;
  private final RuleRunner rules;
  private final KnownPhones phones;
  private final List<FirmwareJudge> firmwares;
  private final Map<Instant, Judgement> judgements = new HashMap<>();

  GroupJudge(
      Evaluation evaluation,
      ChainSubject chain,
      RuleRunner rules,
      KnownPhones phones,
      List<FirmwareJudge> firmwares) {
    this.evaluation = evaluation;
    this.chain = chain;
    this.rules = rules;
    this.phones = phones;
    this.firmwares = List.copyOf(firmwares);
  }

  boolean ofPhones() {
    return phones.arePhones();
  }

  @Nullable String platform() {
    return phones.platform();
  }

  @Nullable String family() {
    return phones.family();
  }

  /** One for each firmware that the phones may have, in the order of the alternatives. */
  List<FirmwareJudge> firmwares() {
    return firmwares;
  }

  Set<Certificate> onCandidatePaths() {
    return firmwares.stream()
        .flatMap(firmware -> firmware.onCandidatePaths().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  Judgement at(Instant at) {
    Judgement known = judgements.get(at);
    if (known == null) {
      known = judge(at);
      judgements.put(at, known);
    }
    return known;
  }

  /** Equal results of the alternatives count; different ones are undetermined. */
  private Judgement judge(Instant at) {
    String unknown = phones.unknown();
    if (unknown != null) {
      return judge(unknown, null, at);
    }
    List<Judgement> alternatives = new ArrayList<>(firmwares.size());
    for (FirmwareJudge firmware : firmwares) {
      alternatives.add(
          judge(
              null,
              new GroupSubject.Firmware(firmware.facts(), firmware.trust(), firmware.at(at)),
              at));
    }
    if (alternatives.size() == 1) {
      return alternatives.get(0);
    }
    boolean agree = alternatives.stream().map(Judgement::outcome).distinct().count() <= 1;
    List<Finding> findings = new ArrayList<>();
    if (!agree) {
      findings.addAll(judge(disagreement(alternatives), null, at).findings());
    }
    List<BuiltPath> built = new ArrayList<>();
    for (Judgement judgement : alternatives) {
      judgement.findings().forEach(f -> findings.add(agree ? f : undetermined(f)));
      built.addAll(judgement.builtPaths());
    }
    return new Judgement(findings, built.stream().distinct().toList());
  }

  private Judgement judge(
      @Nullable String unknown, GroupSubject.@Nullable Firmware firmware, Instant at) {
    GroupSubject subject =
        new GroupSubject(evaluation, chain, phones.traits(), platform(), unknown, firmware, at);
    List<Finding> findings = rules.onGroup(subject);
    List<BuiltPath> built = List.of();
    if (firmware != null) {
      Assessment assessment = firmware.assessment();
      assessment.best().ifPresent(best -> findings.addAll(best.findings()));
      built = assessment.builders().committed();
    }
    return new Judgement(findings, built);
  }

  private String disagreement(List<Judgement> alternatives) {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      answers.add(
          firmwares.get(i).facts().family() + " is " + alternatives.get(i).outcome().label());
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
