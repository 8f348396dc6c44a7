package dev.ringfence.policy.rules;

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
      if (certificate.validity().notAfter().isBefore(end)) {
        boolean anchor = !path.path().signed().contains(certificate);
        seen.addAll(
            Observation.ifChecked(
                path.facts().fact(anchor ? FactKey.ENFORCES_ANCHOR_EXPIRY : FactKey.CHECKS_DATES),
                certificate.displayName()
                    + " ends at "
                    + certificate.validity().notAfter()
                    + ", before the end entity, which ends at "
                    + end
                    + ".",
                anchor
                    ? "Does " + path.phone() + " refuse a chain whose trusted root is expired?"
                    : "Does "
                        + path.phone()
                        + " check the dates of the certificates it is served?"));
      }
    }
    return seen;
  }
}
