package dev.ringfence.policy.rules;

import dev.ringfence.catalog.FactKey;
import dev.ringfence.path.PathChecks;
import dev.ringfence.path.PathFailure;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.PathRule;
import dev.ringfence.policy.PathSubject;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.List;

/** A certificate of the path has a critical extension that nothing here understands. */
public final class CriticalExtensionUnsupported implements PathRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "CriticalExtensionUnsupported",
        "A certificate of the path has a critical extension that is not understood.",
        List.of("RFC 5280 section 4.2", "RFC 5280 section 6.1.4 (o)"),
        Category.PATH,
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
    for (PathFailure failure : PathChecks.criticalExtensions(path.certificationPath())) {
      seen.addAll(
          Observation.ifChecked(
              path.facts().fact(FactKey.CHECKS_CRITICAL_EXTENSIONS),
              failure.detail(),
              "Does " + path.phone() + " accept a chain with this defect?"));
    }
    return seen;
  }
}
