package dev.ringfence.policy;

import dev.ringfence.catalog.Answer;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.path.CandidatePaths;
import dev.ringfence.path.TrustStore;
import dev.ringfence.pki.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What firmwares of one {@link Likeness} have in common: anchors and paths. */
final class PossiblePaths {
  /** It stands in sentences of firmwares that share them. */
  private static final String STORE = "of the firmware";

  private final Set<Certificate> anchors;
  private final CandidatePaths candidates;
  private final List<CandidatePath> paths;
  private final List<CandidatePath> viaUnserved;
  private final boolean complete;
  private final TrustStore certain;
  private final TrustStore possible;
  private final Set<Certificate> certificates;
  private final Map<Instant, PathsAt> instants = new HashMap<>();

  PossiblePaths(Universe universe, GroupTrust trust) {
    FirmwareFacts facts = trust.facts();
    List<Certificate> relevant = universe.relevant();
    this.anchors = Set.copyOf(relevant.stream().filter(trust::possibleAnchor).toList());
    this.certain =
        new TrustStore(
            STORE, relevant.stream().filter(known -> trust.answer(known) == Answer.YES).toList());
    this.possible = new TrustStore(STORE, relevant.stream().filter(anchors::contains).toList());
    this.candidates = universe.paths(anchors, facts.fact(FactKey.FETCHES_INTERMEDIATES).isYes());
    this.paths = candidatePaths(facts);
    CandidatePaths unserved =
        candidates.paths().isEmpty() ? universe.paths(anchors, true) : candidates;
    this.viaUnserved =
        candidates.paths().isEmpty()
            ? unserved.paths().stream().map(CandidatePath::of).toList()
            : List.of();
    this.complete = candidates.complete() && unserved.complete();
    this.certificates = new LinkedHashSet<>(universe.chain().certificates());
    candidates.paths().forEach(path -> certificates.addAll(path.certificates()));
  }

  private List<CandidatePath> candidatePaths(FirmwareFacts facts) {
    List<CandidatePath> all = new ArrayList<>();
    candidates.paths().forEach(path -> all.add(CandidatePath.of(path)));
    if (!facts.storeComplete()) {
      candidates.openPaths().forEach(open -> all.add(new CandidatePath(open, null)));
    }
    return List.copyOf(all);
  }

  Set<Certificate> anchors() {
    return anchors;
  }

  /** A path that every one of these firmwares could build, open ones included. */
  List<CandidatePath> paths() {
    return paths;
  }

  /** Those through certificates that are not served; empty if there are others. */
  List<CandidatePath> viaUnserved() {
    return viaUnserved;
  }

  boolean searchComplete() {
    return candidates.complete();
  }

  List<Certificate> deadEnds() {
    return candidates.deadEnds();
  }

  /** The anchors that are known to be held. */
  TrustStore certain() {
    return certain;
  }

  /** The anchors that may be held. */
  TrustStore possible() {
    return possible;
  }

  /** Every certificate of a path and of the served chain. */
  Set<Certificate> certificates() {
    return certificates;
  }

  /**
   * Whether firmwares may share them: not if a budget ended a search, since the signatures that it
   * verified may let the next one end.
   */
  boolean complete() {
    return complete;
  }

  PathsAt at(Instant at) {
    PathsAt known = instants.get(at);
    if (known == null) {
      known = new PathsAt();
      instants.put(at, known);
    }
    return known;
  }
}
