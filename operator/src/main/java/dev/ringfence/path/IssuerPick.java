package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier.Result;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the one issuer that a builder takes which takes only one, by {@link IssuerChoice}. */
final class IssuerPick {
  private final CertificateGraph graph;
  private final PathProfile profile;
  private final IssuerChoice choice;
  private final Instant at;
  private final SearchBudget budget;

  IssuerPick(CertificateGraph graph, PathProfile profile, Instant at, SearchBudget budget) {
    this.graph = graph;
    this.profile = profile;
    this.choice = profile.issuers();
    this.at = at;
    this.budget = budget;
  }

  /**
   * The issuer that the builder takes, null if there is none.
   *
   * @param candidates in the order in which the builder comes across them
   * @param path what is built so far
   * @param served whether the candidates are served ones
   */
  @Nullable Certificate issuer(
      Certificate child, List<Certificate> candidates, List<Certificate> path, boolean served) {
    return preferred(
        candidates.stream()
            .filter(candidate -> choice.mayIssue(candidate, child))
            .filter(candidate -> !repeats(candidate, path, served))
            .filter(candidate -> signed(child, candidate))
            .toList());
  }

  /** A lone self-signed certificate may be its own issuer. */
  private boolean repeats(Certificate candidate, List<Certificate> path, boolean served) {
    boolean refused =
        choice.repeats() == Repeats.REFUSED
            || (served && choice.repeats() == Repeats.SERVED_REFUSED);
    boolean lone = path.size() == 1 && choice.selfSigned(path.get(0));
    return refused && !lone && path.contains(candidate);
  }

  private boolean signed(Certificate child, Certificate issuer) {
    return !choice.signature()
        || graph
            .signature(child, issuer.publicKey(), budget)
            .map(result -> result != Result.INVALID)
            .orElse(false);
  }

  private @Nullable Certificate preferred(List<Certificate> issuers) {
    if (issuers.isEmpty()) {
      return null;
    }
    return switch (choice.preference()) {
      case FIRST -> issuers.get(0);
      case VALID_ELSE_LAST -> firstValid(issuers, issuers.get(issuers.size() - 1));
      case VALID_ELSE_LATEST_EXPIRY ->
          firstValid(
              issuers,
              issuers.stream()
                  .max(Comparator.comparing(issuer -> issuer.validity().notAfter()))
                  .orElseThrow());
    };
  }

  private Certificate firstValid(List<Certificate> issuers, Certificate otherwise) {
    boolean inclusive = profile.rules().notAfterInclusive();
    return issuers.stream()
        .filter(issuer -> ValidityCheck.valid(issuer.validity(), at, inclusive))
        .findFirst()
        .orElse(otherwise);
  }
}
