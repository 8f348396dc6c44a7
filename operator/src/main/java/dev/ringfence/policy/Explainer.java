package dev.ringfence.policy;

import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Lays open what the engine looked at for one group. */
final class Explainer {
  private final ChainEvaluation chain;
  private final Instant at;
  private final Map<List<CandidatePath>, Asked> asked = new HashMap<>();

  /**
   * What candidate paths ask of every firmware that could build them.
   *
   * @param keys sorted, those of trust left out
   * @param anchors sorted by SHA-256
   */
  private record Asked(
      List<Explanation.Edge> edges, List<FactKey> keys, List<Certificate> anchors) {}

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
    List<Explanation.Phones> explained = new ArrayList<>(member.judge().firmwares().size());
    for (FirmwareJudge firmware : member.judge().firmwares()) {
      explained.add(explain(member, outcome, judgement.findings(), firmware, firmware.at(at)));
    }
    return explained;
  }

  private Explanation.Phones explain(
      ChainEvaluation.Member member,
      Outcome outcome,
      List<Finding> findings,
      FirmwareJudge firmware,
      Assessment assessment) {
    Asked asked = asked(assessment.candidates());
    return new Explanation.Phones(
        member.fleet(),
        member.group().name(),
        firmware.trust().phone(),
        firmware.facts().family(),
        outcome,
        findings,
        assessment.candidates(),
        asked.edges(),
        assessment.builders().committed(),
        facts(firmware.facts(), asked),
        questions(findings));
  }

  private Asked asked(List<AssessedPath> candidates) {
    List<CandidatePath> paths = new ArrayList<>(candidates.size());
    candidates.forEach(candidate -> paths.add(candidate.path()));
    Asked known = asked.get(paths);
    if (known == null) {
      known = new Asked(edges(paths), keys(paths), anchors(paths));
      asked.put(paths, known);
    }
    return known;
  }

  private List<Explanation.Edge> edges(List<CandidatePath> candidates) {
    Set<Explanation.Edge> edges = new LinkedHashSet<>();
    for (CandidatePath candidate : candidates) {
      List<Certificate> path = candidate.certificates();
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

  private static List<FactKey> keys(List<CandidatePath> candidates) {
    Set<FactKey> keys = new TreeSet<>();
    keys.add(FactKey.CHECKS_DATES);
    keys.add(FactKey.CHECKS_SERVER_NAME);
    keys.add(FactKey.ENFORCES_ANCHOR_EXPIRY);
    keys.add(FactKey.FETCHES_INTERMEDIATES);
    for (CandidatePath candidate : candidates) {
      for (Certificate certificate : candidate.certificates()) {
        keys.add(FactKey.publicKey(certificate.publicKey()));
      }
      for (Certificate certificate : candidate.signed()) {
        keys.add(FactKey.signature(certificate.signatureAlgorithm()));
      }
      FactKey.pathLength(candidate.length()).ifPresent(keys::add);
    }
    return List.copyOf(keys);
  }

  private static List<Certificate> anchors(List<CandidatePath> candidates) {
    return candidates.stream()
        .map(CandidatePath::anchor)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(Certificate::sha256))
        .toList();
  }

  /** Sorted: no other key comes after those of trust. */
  private static List<Fact> facts(FirmwareFacts facts, Asked asked) {
    Fact[] all = new Fact[asked.keys().size() + asked.anchors().size()];
    int count = 0;
    for (FactKey key : asked.keys()) {
      all[count++] = facts.fact(key);
    }
    for (Certificate anchor : asked.anchors()) {
      all[count++] = facts.trusts(anchor);
    }
    return List.of(all);
  }

  private static List<String> questions(List<Finding> findings) {
    List<String> questions = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      if (finding.question() != null) {
        questions.add(finding.question());
      }
    }
    return questions.size() < 2 ? questions : List.copyOf(new TreeSet<>(questions));
  }
}
