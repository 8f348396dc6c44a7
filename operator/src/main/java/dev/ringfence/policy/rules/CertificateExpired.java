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
import java.util.ArrayList;
import java.util.List;

/** A certificate of the path, its anchor excepted, is expired at the instant judged. */
public final class CertificateExpired implements PathRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "CertificateExpired",
        "A certificate of the path is expired at the instant judged.",
        List.of("RFC 5280 section 6.1.3 (a) (2)"),
        Category.VALIDITY,
        Severity.ERROR,
        List.of(Affects.REGISTRATION, Affects.UPDATE));
  }

  @Override
  public boolean appliesTo(PathSubject path) {
    return true;
  }

  @Override
  public List<Observation> check(PathSubject path) {
    List<Observation> seen = new ArrayList<>();
    for (Certificate certificate : path.path().signed()) {
      if (certificate.validity().isExpiredAt(path.at())) {
        seen.addAll(
            Observation.ifChecked(
                path.facts().fact(FactKey.CHECKS_DATES),
                certificate.displayName()
                    + " ended at "
                    + certificate.validity().notAfter()
                    + "; the instant judged is "
                    + path.at()
                    + ".",
                "Does " + path.phone() + " check the dates of the certificates it is served?"));
      }
    }
    return seen;
  }
}
