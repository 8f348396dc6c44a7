package dev.ringfence.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What statements that all apply to a build come to. */
final class Conclusion {
  private Conclusion() {}

  static Fact of(FactKey key, List<Statement> statements, EvidenceLevel minimum) {
    var counting = new ArrayList<Statement>(statements.size());
    int yes = 0;
    for (var statement : statements) {
      if (statement.value() != null && statement.level().reaches(minimum)) {
        counting.add(statement);
        yes += statement.value() ? 1 : 0;
      }
    }
    int no = counting.size() - yes;
    if (yes > 0 && no > 0) {
      return Fact.unknown(
          key, statements, "The statements disagree: %s for yes, %s for no.".formatted(yes, no));
    }
    if (counting.isEmpty()) {
      return Fact.unknown(key, statements, whyNothingCounts(statements, minimum));
    }
    var strongest = EvidenceLevel.RECOLLECTED;
    for (var statement : counting) {
      strongest = statement.level().compareTo(strongest) > 0 ? statement.level() : strongest;
    }
    return new Fact(
        key,
        Answer.of(yes > 0),
        strongest,
        statements,
        counting.size() == 1
            ? "One statement says so, " + strongest.label() + "."
            : counting.size() + " statements agree, the strongest " + strongest.label() + ".");
  }

  private static String whyNothingCounts(List<Statement> statements, EvidenceLevel minimum) {
    if (statements.isEmpty()) {
      return "No catalog says anything about it.";
    }
    return statements.stream()
        .filter(statement -> statement.value() != null)
        .map(Statement::level)
        .max(Comparator.naturalOrder())
        .map(
            level ->
                "The evidence is only %s, expected %s or stronger."
                    .formatted(level.label(), minimum.label()))
        .orElse("It is stated to be unknown.");
  }
}
