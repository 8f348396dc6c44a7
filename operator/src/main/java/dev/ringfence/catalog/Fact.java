package dev.ringfence.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the statements come to for one build.
 *
 * @param level of the answer; null exactly if it is unknown
 * @param statements everything that speaks of the fact, those that do not count included; sorted
 * @param why a full sentence
 */
public record Fact(
    FactKey key,
    Answer answer,
    @Nullable EvidenceLevel level,
    List<Statement> statements,
    String why) {
  public Fact {
    statements =
        statements.size() > 1
            ? statements.stream().distinct().sorted(Statement.ORDER).toList()
            : List.copyOf(statements);
    if ((level == null) != (answer == Answer.UNKNOWN)) {
      throw new IllegalArgumentException(
          "a fact with the answer %s has the level %s".formatted(answer.label(), level));
    }
  }

  static Fact unknown(FactKey key, List<Statement> statements, String why) {
    return new Fact(key, Answer.UNKNOWN, null, statements, why);
  }

  Fact showing(List<Statement> others) {
    return new Fact(key, answer, level, others, why);
  }

  public boolean isYes() {
    return answer == Answer.YES;
  }

  public boolean isNo() {
    return answer == Answer.NO;
  }

  public boolean isUnknown() {
    return answer == Answer.UNKNOWN;
  }
}
