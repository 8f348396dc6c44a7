package dev.ringfence.policy;

import dev.ringfence.catalog.Answer;
import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule saw: nothing passes through here, a rule that is satisfied returns no observation.
 *
 * @param message a full sentence with the observed and the expected value
 * @param question what a test on one phone would settle, null if nothing is unknown
 */
public record Observation(
    FindingResult result, String message, List<Statement> evidence, @Nullable String question) {
  public Observation {
    evidence = List.copyOf(evidence);
  }

  public static Observation violated(String message) {
    return new Observation(FindingResult.VIOLATED, message, List.of(), null);
  }

  public static Observation violated(String message, Fact fact) {
    return new Observation(FindingResult.VIOLATED, message, fact.statements(), null);
  }

  public static Observation violated(String message, Reach reach) {
    return new Observation(FindingResult.VIOLATED, message, reach.statements(), null);
  }

  public static Observation undetermined(String message, Fact fact, String question) {
    return new Observation(
        FindingResult.UNDETERMINED, message + " " + fact.why(), fact.statements(), question);
  }

  public static Observation undetermined(String message, Reach reach, String question) {
    return new Observation(
        FindingResult.UNDETERMINED, message + " " + reach.why(), reach.statements(), question);
  }

  /**
   * For a firmware ability that the chain needs: nothing if it has it, violated if it lacks it,
   * undetermined if that is unknown.
   */
  public static List<Observation> needs(Fact ability, String message, String question) {
    return ability.answer() == Answer.YES
        ? List.of()
        : List.of(of(ability, Answer.NO, message, question));
  }

  /**
   * For a defect of the chain that only counts if the firmware looks at it: violated if it does,
   * nothing if it does not, undetermined if that is unknown.
   */
  public static List<Observation> ifChecked(Fact check, String message, String question) {
    return check.answer() == Answer.NO
        ? List.of()
        : List.of(of(check, Answer.YES, message, question));
  }

  private static Observation of(Fact fact, Answer violating, String message, String question) {
    return fact.answer() == violating
        ? violated(message, fact)
        : undetermined(message, fact, question);
  }
}
