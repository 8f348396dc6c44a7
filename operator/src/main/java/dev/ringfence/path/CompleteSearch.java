package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A builder that goes back and tries other issuers until a path is accepted. */
final class CompleteSearch {
  private final CertificateGraph graph;
  private final PathProfile profile;
  private final TrustStore store;
  private final SearchBudget budget;

  CompleteSearch(
      CertificateGraph graph, PathProfile profile, TrustStore store, SearchBudget budget) {
    this.graph = graph;
    this.profile = profile;
    this.store = store;
    this.budget = budget;
  }

  BuiltPath build(List<Certificate> served, PathJudge judge) {
    var own = Set.copyOf(served);
    var candidates =
        new CandidateSearch(
                graph,
                certificate -> own.contains(certificate) || store.holds(certificate),
                this::isAnchor,
                budget)
            .from(served.get(0));
    BuiltPath rejected = null;
    for (var path : candidates.paths()) {
      if (!profile.allows(path)) {
        continue;
      }
      var failure = judge.failureOf(path);
      var built = new BuiltPath(profile.name(), result(failure), path.certificates(), failure);
      if (failure == null) {
        return built;
      }
      if (rejected == null || (failure.undetermined() && !isUndetermined(rejected))) {
        rejected = built;
      }
    }
    if (!candidates.complete()) {
      return new BuiltPath(
          profile.name(),
          BuiltPath.Result.BUDGET_EXHAUSTED,
          List.of(served.get(0)),
          PathFailure.budgetExhausted(served.get(0), budget));
    }
    return rejected != null ? rejected : deadEnd(served.get(0), candidates);
  }

  private boolean isAnchor(Certificate certificate) {
    return store.holds(certificate)
        && !store.distrusts(certificate)
        && (profile.growth().acceptsPartialChains() || profile.issuers().selfSigned(certificate));
  }

  private static boolean isUndetermined(BuiltPath path) {
    return path.failure() != null && path.failure().undetermined();
  }

  private static BuiltPath.Result result(@Nullable PathFailure failure) {
    return failure != null && failure.reason().equals(PathFailure.BUDGET_EXHAUSTED)
        ? BuiltPath.Result.BUDGET_EXHAUSTED
        : BuiltPath.Result.BUILT;
  }

  private BuiltPath deadEnd(Certificate endEntity, CandidatePaths candidates) {
    var last = candidates.deadEnds().isEmpty() ? endEntity : candidates.deadEnds().get(0);
    return new BuiltPath(
        profile.name(),
        BuiltPath.Result.DEAD_END,
        List.of(endEntity),
        DeadEnds.untrusted(last, store));
  }
}
