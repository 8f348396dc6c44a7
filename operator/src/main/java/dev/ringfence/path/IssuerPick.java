package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes one of several issuers by {@link IssuerPreference}. */
final class IssuerPick {
  private final PathProfile profile;
  private final Instant at;

  IssuerPick(PathProfile profile, Instant at) {
    this.profile = profile;
    this.at = at;
  }

  /**
   * The issuer that the builder takes, null if there is none.
   *
   * @param issuers in the order in which the builder comes across them
   */
  @Nullable Certificate from(List<Certificate> issuers) {
    if (issuers.isEmpty()) {
      return null;
    }
    return switch (profile.issuers().preference()) {
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
