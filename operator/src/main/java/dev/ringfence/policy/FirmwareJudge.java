package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.path.BuiltPath;
import dev.ringfence.path.CertificationPath;
import dev.ringfence.path.PathBuilder;
import dev.ringfence.path.PathFailure;
import dev.ringfence.path.PathProfile;
import dev.ringfence.path.PathProfiles;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.path.TrustStore;
import dev.ringfence.pki.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds and judges every path that one firmware could build for one chain. */
final class FirmwareJudge {
  private final Universe universe;
  private final RuleRunner rules;
  private final GroupTrust trust;
  private final PossiblePaths possible;
  private final Map<Instant, Assessment> assessments = new HashMap<>();

  FirmwareJudge(Universe universe, RuleRunner rules, GroupTrust trust) {
    this.universe = universe;
    this.rules = rules;
    this.trust = trust;
    this.possible = universe.possiblePaths(trust);
  }

  FirmwareFacts facts() {
    return trust.facts();
  }

  GroupTrust trust() {
    return trust;
  }

  /** Every certificate of a candidate path: the only ones whose dates can change the answer. */
  Set<Certificate> onCandidatePaths() {
    return possible.certificates();
  }

  /** Worked out once for each instant. */
  Assessment at(Instant at) {
    Assessment known = assessments.get(at);
    if (known == null) {
      known = assess(at);
      assessments.put(at, known);
    }
    return known;
  }

  private Assessment assess(Instant at) {
    List<AssessedPath> assessed = assess(possible.paths(), at);
    List<AssessedPath> unserved = assess(possible.viaUnserved(), at);
    Builders builders = possible.at(at).builders();
    return new Assessment(
        assessed,
        possible.searchComplete(),
        possible.deadEnds(),
        unserved,
        builders == null ? build(assessed, at) : builders);
  }

  private List<AssessedPath> assess(List<CandidatePath> paths, Instant at) {
    List<AssessedPath> assessed = new ArrayList<>(paths.size());
    for (CandidatePath path : paths) {
      assessed.add(assess(path, at));
    }
    return assessed;
  }

  private Builders build(List<AssessedPath> assessed, Instant at) {
    Map<CandidatePath, AssessedPath> judged = new HashMap<>();
    assessed.forEach(path -> judged.put(path.path(), path));
    Builders builders = build(assessed, at, judged);
    if (builders.settled() && judged.values().stream().noneMatch(AssessedPath::breaks)) {
      possible.at(at).built(builders);
    }
    return builders;
  }

  private Builders build(
      List<AssessedPath> assessed, Instant at, Map<CandidatePath, AssessedPath> judged) {
    List<Certificate> served = universe.chain().certificates();
    List<TrustStore> stores = stores(assessed);
    List<Builders.Construction> built = construct(served, stores, at, judged);
    return new Builders(
        built,
        ServedTrials.between(
            built, served, universe.relevant(), changed -> construct(changed, stores, at, judged)));
  }

  /**
   * Whether some path would be known to work if every known certificate were served: without one,
   * no served chain helps.
   */
  boolean servable(Instant at) {
    return universe.paths(possible.anchors(), true).paths().stream()
        .map(CandidatePath::of)
        .anyMatch(path -> assess(path, at).usable());
  }

  private AssessedPath assess(CandidatePath path, Instant at) {
    PathSubject subject =
        new PathSubject(path, trust.facts(), trust, universe.graph(), SearchBudget.standard(), at);
    PathsAt known = possible.at(at);
    RuleRunner speaking = known.speaking(path);
    if (speaking != null) {
      return new AssessedPath(path, speaking.onPath(subject));
    }
    List<Finding> findings = rules.onPath(subject);
    known.speaking(path, rules.finding(findings));
    return new AssessedPath(path, findings);
  }

  /**
   * Which anchors the builders have: those that are certain, where one of them is enough; all
   * possible ones, where the answer hangs on those or they could lead a builder astray.
   */
  private List<TrustStore> stores(List<AssessedPath> assessed) {
    boolean certain =
        assessed.stream().filter(path -> path.violatedErrors() == 0).anyMatch(this::certain);
    boolean others = possible.certain().size() < possible.anchors().size();
    List<TrustStore> stores = new ArrayList<>();
    if (certain || !others) {
      stores.add(possible.certain());
    }
    if (others) {
      stores.add(possible.possible());
    }
    return stores;
  }

  private boolean certain(AssessedPath assessed) {
    Certificate anchor = assessed.path().anchor();
    return anchor != null && possible.certain().holds(anchor);
  }

  private List<Builders.Construction> construct(
      List<Certificate> served,
      List<TrustStore> stores,
      Instant at,
      Map<CandidatePath, AssessedPath> judged) {
    List<Builders.Construction> built = new ArrayList<>();
    for (TrustStore store : stores) {
      for (String profile : trust.facts().profiles()) {
        Builders.Construction construction =
            construct(PathProfiles.named(profile), served, store, at, judged);
        if (!built.contains(construction)) {
          built.add(construction);
        }
      }
    }
    return built;
  }

  private Builders.Construction construct(
      PathProfile profile,
      List<Certificate> served,
      TrustStore store,
      Instant at,
      Map<CandidatePath, AssessedPath> judged) {
    BuiltPath path =
        new PathBuilder(universe.graph())
            .build(
                profile,
                served,
                store,
                at,
                candidate -> failure(candidate, at, judged),
                SearchBudget.standard());
    return new Builders.Construction(path, accepted(path, at, judged));
  }

  private boolean accepted(BuiltPath path, Instant at, Map<CandidatePath, AssessedPath> judged) {
    return path.result() == BuiltPath.Result.BUILT
        && failure(new CertificationPath(path.path()), at, judged) == null;
  }

  private @Nullable PathFailure failure(
      CertificationPath path, Instant at, Map<CandidatePath, AssessedPath> judged) {
    CandidatePath candidate = CandidatePath.of(path);
    AssessedPath assessed = judged.computeIfAbsent(candidate, absent -> assess(absent, at));
    return assessed.findings().stream()
        .filter(Finding::breaks)
        .findFirst()
        .map(finding -> new PathFailure(finding.rule(), null, finding.message()))
        .orElse(null);
  }
}
