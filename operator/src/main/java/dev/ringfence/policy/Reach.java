package dev.ringfence.policy;

import dev.ringfence.catalog.Answer;
import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.Statement;
import java.util.List;

/**
 * Whether a certificate that somebody pushes reaches a group of phones.
 *
 * @param statements what the catalog says of the means
 * @param why a full sentence
 */
public record Reach(Answer answer, List<Statement> statements, String why) {
  /** Nobody pushes the certificate. */
  public static final Reach NOBODY = new Reach(Answer.NO, List.of(), "Nobody pushes it.");

  public Reach {
    statements = List.copyOf(statements);
  }

  static Reach of(Fact fact) {
    return new Reach(fact.answer(), fact.statements(), fact.why());
  }
}
