package dev.ringfence.policy.rules;

import dev.ringfence.catalog.Answer;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.PathRule;
import dev.ringfence.policy.PathSubject;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An intermediate or the anchor ends before the end entity does. */
public final class PathExpiresBeforeEndEntity implements PathRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "PathExpiresBeforeEndEntity",
        "An intermediate or the anchor of the path ends before the end entity.",
        List.of("RFC 5280 section 6.1.3 (a) (2)"),
        Category.VALIDITY,
        Severity.WARNING,
        List.of(Affects.REGISTRATION, Affects.UPDATE));
  }

  @Override
  public boolean appliesTo(PathSubject path) {
    return path.endEntity().validity().notAfter().isAfter(path.at());
  }

  @Override
  public List<Observation> check(PathSubject path) {
    Instant end = path.endEntity().validity().notAfter();
    List<Observation> seen = new ArrayList<>();
    for (Certificate certificate : path.path().certificates()) {
      boolean counts =
          path.path().signed().contains(certificate)
              || path.facts().fact(FactKey.ENFORCES_ANCHOR_EXPIRY).answer() != Answer.NO;
      if (counts && certificate.validity().notAfter().isBefore(end)) {
        seen.add(
            Observation.violated(
                certificate.displayName()
                    + " ends at "
                    + certificate.validity().notAfter()
                    + ", before the end entity, which ends at "
                    + end
                    + "."));
      }
    }
    return seen;
  }
}
