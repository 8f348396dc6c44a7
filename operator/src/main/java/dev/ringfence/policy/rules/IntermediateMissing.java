package dev.ringfence.policy.rules;

import dev.ringfence.catalog.Answer;
import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.AssessedPath;
import dev.ringfence.policy.Assessment;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.GroupRule;
import dev.ringfence.policy.GroupSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The served chain lacks an intermediate that the firmware neither holds nor fetches. */
public final class IntermediateMissing implements GroupRule {
  private static final FactKey FETCHES = FactKey.FETCHES_INTERMEDIATES;

  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "IntermediateMissing",
        "The served chain lacks an intermediate that the firmware neither holds nor fetches.",
        List.of("RFC 8446 section 4.4.2", "RFC 5280 section 4.2.2.1"),
        Category.SERVING,
        Severity.ERROR,
        List.of(Affects.REGISTRATION, Affects.CONFERENCING, Affects.UPDATE));
  }

  @Override
  public boolean appliesTo(GroupSubject group) {
    return group.known() && explains(group);
  }

  /**
   * No candidate path, but one more known certificate would give one, or the end entity is alone.
   */
  static boolean explains(GroupSubject group) {
    Assessment assessment = group.assessment();
    return assessment.candidates().isEmpty()
        && (!assessment.viaUnserved().isEmpty() || endsAtEndEntity(group));
  }

  @Override
  public List<Observation> check(GroupSubject group) {
    Fact fetches = group.facts().fact(FETCHES);
    String message = message(group);
    String question =
        "Does "
            + group.trust().phone()
            + " complete the path by itself when only "
            + group.chain().chain().certificates().size()
            + " certificates are served?";
    List<Observation> seen = new ArrayList<>();
    if (fetches.answer() == Answer.NO) {
      seen.add(Observation.violated(message, fetches));
    } else if (fetches.answer() == Answer.UNKNOWN) {
      seen.add(Observation.undetermined(message, fetches, question));
    } else {
      seen.add(
          Observation.undetermined(
              message
                  + " The firmware fetches intermediates, but this one is known to nobody here.",
              fetches,
              question));
    }
    return seen;
  }

  private static String message(GroupSubject group) {
    List<AssessedPath> paths = group.assessment().viaUnserved();
    if (paths.isEmpty()) {
      Certificate endEntity = group.chain().endEntity();
      return "The issuer of "
          + endEntity.displayName()
          + ", "
          + endEntity.issuer().rfc4514()
          + ", is not served.";
    }
    List<Certificate> served = group.chain().chain().certificates();
    String missing =
        paths.get(0).path().signed().stream()
            .filter(certificate -> !served.contains(certificate))
            .map(c -> c.displayName() + " (SHA-256 " + c.sha256() + ")")
            .collect(Collectors.joining(", "));
    return "The chain is served without " + missing + ", which a path to a held anchor needs.";
  }

  private static boolean endsAtEndEntity(GroupSubject group) {
    Certificate endEntity = group.chain().endEntity();
    return !endEntity.selfIssued()
        && group.assessment().missingIssuers().stream().allMatch(endEntity::equals)
        && !group.assessment().missingIssuers().isEmpty();
  }
}
