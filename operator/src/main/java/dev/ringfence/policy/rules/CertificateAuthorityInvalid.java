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

/** An issuer of the path is no CA, or may not sign certificates. */
public final class CertificateAuthorityInvalid implements PathRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "CertificateAuthorityInvalid",
        "An issuer of the path is not marked as a CA or may not sign certificates.",
        List.of("RFC 5280 section 6.1.4 (k), (n)"),
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
    seen.addAll(
        ifChecked(
            path,
            FactKey.CHECKS_BASIC_CONSTRAINTS,
            PathChecks.basicConstraints(path.certificationPath())));
    seen.addAll(
        ifChecked(path, FactKey.CHECKS_KEY_USAGE, PathChecks.keyUsage(path.certificationPath())));
    return seen;
  }

  private static List<Observation> ifChecked(
      PathSubject path, FactKey check, List<PathFailure> failures) {
    return failures.stream()
        .flatMap(
            failure ->
                Observation.ifChecked(
                    path.facts().fact(check),
                    failure.detail(),
                    "Does " + path.phone() + " accept a chain with this defect?")
                    .stream())
        .toList();
  }
}
