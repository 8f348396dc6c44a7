package dev.ringfence.policy;

import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.path.BuiltPath;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Lays open what the engine looked at for one group. */
final class Explainer {
  private final ChainEvaluation chain;
  private final Instant at;

  Explainer(ChainEvaluation chain, Instant at) {
    this.chain = chain;
    this.at = at;
  }

  List<Explanation.Phones> explain(ChainEvaluation.Member member) {
    Judgement judgement = member.judge().at(at);
    Outcome outcome = chain.outcome(judgement);
    if (member.judge().firmwares().isEmpty()) {
      return List.of(
          new Explanation.Phones(
              member.fleet(),
              member.group().name(),
              (member.group().model() + " " + member.group().firmware()).strip(),
              null,
              outcome,
              judgement.findings(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              questions(judgement.findings())));
    }
    return member.judge().firmwares().stream()
        .map(firmware -> explain(member, outcome, judgement.findings(), firmware, firmware.at(at)))
        .toList();
  }

  private Explanation.Phones explain(
      ChainEvaluation.Member member,
      Outcome outcome,
      List<Finding> findings,
      FirmwareJudge firmware,
      Assessment assessment) {
    List<BuiltPath> built =
        assessment.builtPaths().stream().map(Assessment.Construction::built).distinct().toList();
    return new Explanation.Phones(
        member.fleet(),
        member.group().name(),
        firmware.trust().phone(),
        firmware.facts().family(),
        outcome,
        findings,
        assessment.candidates(),
        edges(assessment.candidates()),
        built,
        facts(firmware.facts(), assessment.candidates()),
        questions(findings));
  }

  private List<Explanation.Edge> edges(List<AssessedPath> candidates) {
    Set<Explanation.Edge> edges = new LinkedHashSet<>();
    for (AssessedPath candidate : candidates) {
      List<Certificate> path = candidate.path().certificates();
      for (int i = 0; i + 1 < path.size(); i++) {
        edges.add(
            new Explanation.Edge(
                path.get(i),
                path.get(i + 1),
                chain
                    .graph()
                    .signature(path.get(i), path.get(i + 1).publicKey(), SearchBudget.standard())
                    .orElse(SignatureVerifier.Result.UNSUPPORTED)));
      }
    }
    return List.copyOf(edges);
  }

  private static List<Fact> facts(FirmwareFacts facts, List<AssessedPath> candidates) {
    Map<FactKey, Fact> asked = new TreeMap<>();
    ask(asked, facts.fact(FactKey.CHECKS_DATES));
    ask(asked, facts.fact(FactKey.CHECKS_SERVER_NAME));
    ask(asked, facts.fact(FactKey.ENFORCES_ANCHOR_EXPIRY));
    ask(asked, facts.fact(FactKey.FETCHES_INTERMEDIATES));
    for (AssessedPath candidate : candidates) {
      for (Certificate certificate : candidate.path().certificates()) {
        ask(asked, facts.fact(FactKey.publicKey(certificate.publicKey())));
      }
      for (Certificate certificate : candidate.path().signed()) {
        ask(asked, facts.fact(FactKey.signature(certificate.signatureAlgorithm())));
      }
      FactKey.pathLength(candidate.path().length()).ifPresent(key -> ask(asked, facts.fact(key)));
      Certificate anchor = candidate.path().anchor();
      if (anchor != null) {
        ask(asked, facts.trusts(anchor));
      }
    }
    return new ArrayList<>(asked.values());
  }

  private static void ask(Map<FactKey, Fact> asked, Fact fact) {
    asked.put(fact.key(), fact);
  }

  private static List<String> questions(List<Finding> findings) {
    return findings.stream()
        .map(Finding::question)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }
}
