package dev.ringfence.policy.rules;

import dev.ringfence.catalog.Fact;
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
import java.util.Optional;

/** The path is longer than the firmware or one of its issuers allows. */
public final class PathTooLong implements PathRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "PathTooLong",
        "The path is longer than the firmware or an issuer of the path allows.",
        List.of("RFC 5280 section 4.2.1.9", "RFC 5280 section 6.1.4 (l), (m)"),
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
    List<Observation> seen = new ArrayList<>(firmwareLimit(path));
    for (PathFailure failure : PathChecks.pathLength(path.certificationPath())) {
      seen.addAll(
          Observation.ifChecked(
              path.facts().fact(FactKey.CHECKS_PATH_LENGTH),
              failure.detail(),
              "Does " + path.phone() + " accept a path that is longer than an issuer allows?"));
    }
    return seen;
  }

  private static List<Observation> firmwareLimit(PathSubject path) {
    int length = path.path().length();
    Optional<Fact> handles = FactKey.pathLength(length).map(path.facts()::fact);
    if (handles.filter(Fact::isYes).isPresent()) {
      return List.of();
    }
    String message =
        "The path has "
            + length
            + " certificates, its anchor included; expected a length that "
            + path.phone()
            + " handles.";
    String question = "Does " + path.phone() + " accept a path of " + length + " certificates?";
    return handles
        .map(fact -> Observation.needs(fact, message, question))
        .orElse(List.of(new Observation(FindingResult.UNDETERMINED, message, List.of(), question)));
  }
}
