package dev.ringfence.policy.rules;

import dev.ringfence.catalog.FactKey;
import dev.ringfence.path.PathChecks;
import dev.ringfence.path.PathFailure;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.PathRule;
import dev.ringfence.policy.PathSubject;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.List;

/** A name lies outside the name constraints of an issuer of the path. */
public final class NameConstraintViolated implements PathRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "NameConstraintViolated",
        "A name lies outside the name constraints of an issuer of the path.",
        List.of("RFC 5280 section 4.2.1.10", "RFC 5280 section 6.1.3 (b), (c)"),
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
    for (PathFailure failure :
        PathChecks.nameConstraints(path.certificationPath(), path.budget())) {
      String question = "Does " + path.phone() + " accept a chain with this defect?";
      if (failure.undetermined()) {
        seen.add(
            new Observation(FindingResult.UNDETERMINED, failure.detail(), List.of(), question));
      } else {
        seen.addAll(
            Observation.ifChecked(
                path.facts().fact(FactKey.CHECKS_NAME_CONSTRAINTS), failure.detail(), question));
      }
    }
    return seen;
  }
}
