package dev.ringfence.policy;

import dev.ringfence.catalog.Answer;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.path.BuiltPath;
import dev.ringfence.path.CandidatePaths;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds and judges every path that one firmware could build for one chain. */
final class FirmwareJudge {
  private final Universe universe;
  private final RuleRunner rules;
  private final FirmwareFacts facts;
  private final GroupTrust trust;
  private final Map<Instant, Assessment> assessments = new HashMap<>();
  private final Set<Certificate> possibleAnchors;
  private final CandidatePaths candidates;
  private final CandidatePaths viaUnserved;

  FirmwareJudge(Universe universe, RuleRunner rules, FirmwareFacts facts, GroupTrust trust) {
    this.universe = universe;
    this.rules = rules;
    this.facts = facts;
    this.trust = trust;
    this.possibleAnchors = possibleAnchors();
    this.candidates = universe.paths(possibleAnchors, fetches());
    this.viaUnserved =
        candidates.paths().isEmpty() ? universe.paths(possibleAnchors, true) : candidates;
  }

  FirmwareFacts facts() {
    return facts;
  }

  GroupTrust trust() {
    return trust;
  }

  /** Every certificate of a candidate path: the only ones whose dates can change the answer. */
  Set<Certificate> onCandidatePaths() {
    Set<Certificate> certificates = new LinkedHashSet<>(universe.chain().certificates());
    candidates.paths().forEach(path -> certificates.addAll(path.certificates()));
    return certificates;
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
    Map<CandidatePath, AssessedPath> judged = new HashMap<>();
    List<AssessedPath> assessed = new ArrayList<>();
    for (CandidatePath path : paths()) {
      assessed.add(judged.computeIfAbsent(path, candidate -> assess(candidate, at)));
    }
    List<AssessedPath> unserved =
        candidates.paths().isEmpty()
            ? viaUnserved.paths().stream().map(path -> assess(CandidatePath.of(path), at)).toList()
            : List.of();
    List<Certificate> served = universe.chain().certificates();
    List<Predicate<Certificate>> stores = stores(assessed);
    List<Assessment.Construction> built = construct(served, stores, at, judged);
    return new Assessment(
        assessed,
        candidates.complete(),
        candidates.deadEnds(),
        unserved,
        built,
        ServedTrials.between(
            built, served, universe.relevant(), changed -> construct(changed, stores, at, judged)));
  }

  /**
   * Whether some path would be known to work if every known certificate were served: without one,
   * no served chain helps.
   */
  boolean servable(Instant at) {
    return universe.paths(possibleAnchors, true).paths().stream()
        .map(CandidatePath::of)
        .anyMatch(path -> assess(path, at).usable());
  }

  AnchorTrust trustIn(Certificate certificate) {
    return trust.of(certificate);
  }

  private List<CandidatePath> paths() {
    List<CandidatePath> paths = new ArrayList<>();
    candidates.paths().forEach(path -> paths.add(CandidatePath.of(path)));
    if (!facts.storeComplete()) {
      candidates.openPaths().forEach(open -> paths.add(new CandidatePath(open, null)));
    }
    return paths;
  }

  private AssessedPath assess(CandidatePath path, Instant at) {
    Certificate anchor = path.anchor();
    PathSubject subject =
        new PathSubject(
            path,
            facts,
            anchor == null ? null : trustIn(anchor),
            trust,
            universe.graph(),
            SearchBudget.standard(),
            at);
    return new AssessedPath(path, rules.onPath(subject));
  }

  private Set<Certificate> possibleAnchors() {
    Set<Certificate> anchors = new HashSet<>();
    for (Certificate certificate : universe.relevant()) {
      if (trust.possibleAnchor(certificate)) {
        anchors.add(certificate);
      }
    }
    return Set.copyOf(anchors);
  }

  private boolean fetches() {
    return facts.fact(FactKey.FETCHES_INTERMEDIATES).answer() == Answer.YES;
  }

  /**
   * Which anchors the builders have: those that are certain, where one of them is enough; all
   * possible ones, where the answer hangs on those or they could lead a builder astray.
   */
  private List<Predicate<Certificate>> stores(List<AssessedPath> assessed) {
    boolean certain =
        assessed.stream().filter(path -> path.violatedErrors() == 0).anyMatch(this::certain);
    boolean others = possibleAnchors.stream().anyMatch(anchor -> !certainAnchor(anchor));
    List<Predicate<Certificate>> stores = new ArrayList<>();
    if (certain || !others) {
      stores.add(this::certainAnchor);
    }
    if (others) {
      stores.add(possibleAnchors::contains);
    }
    return stores;
  }

  private List<Assessment.Construction> construct(
      List<Certificate> served,
      List<Predicate<Certificate>> stores,
      Instant at,
      Map<CandidatePath, AssessedPath> judged) {
    return stores.stream()
        .flatMap(held -> construct(served, held, at, judged).stream())
        .distinct()
        .toList();
  }

  private boolean certain(AssessedPath assessed) {
    Certificate anchor = assessed.path().anchor();
    return anchor != null && certainAnchor(anchor);
  }

  private boolean certainAnchor(Certificate certificate) {
    return trustIn(certificate).answer() == Answer.YES;
  }

  private List<Assessment.Construction> construct(
      List<Certificate> served,
      Predicate<Certificate> held,
      Instant at,
      Map<CandidatePath, AssessedPath> judged) {
    TrustStore store =
        new TrustStore(facts.key(), universe.relevant().stream().filter(held).toList());
    List<Assessment.Construction> built = new ArrayList<>();
    for (String name : facts.profiles()) {
      PathProfile profile = PathProfiles.named(name);
      BuiltPath path =
          new PathBuilder(universe.graph())
              .build(
                  profile,
                  served,
                  store,
                  at,
                  candidate -> failure(candidate, at, judged),
                  SearchBudget.standard());
      built.add(new Assessment.Construction(path, accepted(path, at, judged)));
    }
    return built;
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
