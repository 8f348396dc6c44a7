package dev.ringfence.policy;

import dev.ringfence.pki.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All candidate paths of one firmware in its group, judged, and what its path builders make of
 * them.
 *
 * @param candidates best first
 * @param searchComplete false if the search ended because its budget did
 * @param missingIssuers certificates reached for which no issuer is known to anybody
 * @param viaUnserved paths that would exist if one more known certificate were served, best first
 * @param builders what they make of the chain
 */
public record Assessment(
    List<AssessedPath> candidates,
    boolean searchComplete,
    List<Certificate> missingIssuers,
    List<AssessedPath> viaUnserved,
    Builders builders) {
  public Assessment {
    candidates = bestFirst(candidates);
    missingIssuers = List.copyOf(missingIssuers);
    viaUnserved = bestFirst(viaUnserved);
  }

  private static List<AssessedPath> bestFirst(List<AssessedPath> paths) {
    return paths.size() > 1
        ? paths.stream().sorted(AssessedPath.BEST_FIRST).toList()
        : List.copyOf(paths);
  }

  public Optional<AssessedPath> best() {
    return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(0));
  }

  /** Candidates that violate no Error, undetermined and open ones included. */
  public List<AssessedPath> unviolated() {
    List<AssessedPath> unviolated = new ArrayList<>(candidates.size());
    for (AssessedPath candidate : candidates) {
      if (candidate.violatedErrors() == 0) {
        unviolated.add(candidate);
      }
    }
    return unviolated;
  }

  /** Whether a path to a certificate that anybody has seen violates no Error. */
  public boolean buildable() {
    for (AssessedPath candidate : candidates) {
      if (candidate.path().anchor() != null && candidate.violatedErrors() == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * No path can work: every candidate violates an Error, or there is none; and nothing was left
   * out.
   */
  public boolean hopeless() {
    return searchComplete && unviolated().isEmpty();
  }
}
