package dev.ringfence.policy.rules;

import dev.ringfence.path.BuiltPath;
import dev.ringfence.path.PathFailure;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Builders;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.GroupRule;
import dev.ringfence.policy.GroupSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.ServedDifference;
import dev.ringfence.policy.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** A path that violates no Error exists, and the firmware's path builder does not find it. */
public final class PathBuilderDeadEnd implements GroupRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "PathBuilderDeadEnd",
        "A usable path exists, and the firmware's path builder does not find it.",
        List.of("RFC 4158 section 2", "RFC 5280 section 6"),
        Category.PATH,
        Severity.ERROR,
        List.of(Affects.REGISTRATION, Affects.UPDATE));
  }

  @Override
  public boolean appliesTo(GroupSubject group) {
    return group.known() && group.assessment().buildable();
  }

  @Override
  public List<Observation> check(GroupSubject group) {
    List<Builders.Construction> built = group.assessment().builders().constructions();
    if (built.isEmpty()) {
      return List.of(unknownBuilder(group));
    }
    List<Builders.Construction> failed =
        built.stream().filter(construction -> !construction.accepted()).toList();
    if (failed.isEmpty()) {
      return List.of();
    }
    boolean all =
        failed.size() == built.size() && failed.stream().noneMatch(PathBuilderDeadEnd::exhausted);
    String where =
        failed.stream()
            .map(PathBuilderDeadEnd::describe)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    String message =
        (all
                ? "A path without a violated Error exists, and no path builder of "
                : "A path without a violated Error exists, and the path builders assumed for ")
            + group.trust().phone()
            + (all ? " finds it. " : " do not agree on it. ")
            + where;
    return List.of(
        new Observation(
            all ? FindingResult.VIOLATED : FindingResult.UNDETERMINED,
            message,
            List.of(),
            all ? null : question(group)));
  }

  /** No builder is known at the accepted evidence: that none fails proves nothing. */
  private static Observation unknownBuilder(GroupSubject group) {
    return new Observation(
        FindingResult.UNDETERMINED,
        "A path without a violated Error exists, and which path builder "
            + group.trust().phone()
            + " has is not known at the accepted level of evidence.",
        List.of(),
        question(group));
  }

  private static String question(GroupSubject group) {
    ServedDifference difference = group.assessment().builders().difference();
    String start = "Does " + group.trust().phone() + " accept this chain ";
    String asServed =
        "exactly as it is served, with these "
            + group.chain().chain().certificates().size()
            + " certificates in this order?";
    if (difference == null) {
      return start + asServed;
    }
    String certificate = String.valueOf(difference.certificate());
    String question =
        switch (difference.cause()) {
          case SENT -> "when the server sends " + certificate + "?";
          case NOT_SENT -> "when the server does not send " + certificate + "?";
          case ORDER, UNKNOWN -> asServed;
        };
    return start + question + " " + builders(difference) + agreement(difference.cause());
  }

  /** What each answer would mean. */
  private static String builders(ServedDifference difference) {
    List<String> both =
        difference.accepting().stream().filter(difference.failing()::contains).toList();
    return "Like "
        + String.join(", ", difference.accepting())
        + " it does, like "
        + String.join(", ", difference.failing())
        + " it does not"
        + (both.isEmpty()
            ? ""
            : "; for " + String.join(", ", both) + " it hangs on roots that the phone may hold");
  }

  private static String agreement(ServedDifference.Cause cause) {
    return switch (cause) {
      case SENT -> "; without that certificate it does by all of them.";
      case NOT_SENT -> "; with that certificate it does by all of them.";
      case ORDER -> "; with each certificate followed by its issuer it does by all of them.";
      case UNKNOWN -> ".";
    };
  }

  private static boolean exhausted(Builders.Construction construction) {
    return construction.built().result() == BuiltPath.Result.BUDGET_EXHAUSTED;
  }

  private static String describe(Builders.Construction construction) {
    BuiltPath built = construction.built();
    PathFailure failure = built.failure();
    String place =
        built.path().isEmpty()
            ? "before the first certificate"
            : "at " + built.path().get(built.path().size() - 1).displayName();
    return "The builder "
        + built.profile()
        + " ends "
        + place
        + (failure == null ? "." : ": " + failure.detail());
  }
}
