package dev.ringfence.policy;

import dev.ringfence.pki.Certificate;
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
    candidates = candidates.stream().sorted(AssessedPath.BEST_FIRST).toList();
    missingIssuers = List.copyOf(missingIssuers);
    viaUnserved = viaUnserved.stream().sorted(AssessedPath.BEST_FIRST).toList();
  }

  public Optional<AssessedPath> best() {
    return candidates.stream().findFirst();
  }

  /** Candidates that violate no Error, undetermined and open ones included. */
  public List<AssessedPath> unviolated() {
    return candidates.stream().filter(candidate -> candidate.violatedErrors() == 0).toList();
  }

  /** Whether a path to a certificate that anybody has seen violates no Error. */
  public boolean buildable() {
    return unviolated().stream().anyMatch(candidate -> candidate.path().anchor() != null);
  }

  /**
   * No path can work: every candidate violates an Error, or there is none; and nothing was left
   * out.
   */
  public boolean hopeless() {
    return searchComplete && unviolated().isEmpty();
  }
}
