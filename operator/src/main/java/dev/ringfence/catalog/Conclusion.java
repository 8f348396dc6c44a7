package dev.ringfence.catalog;

import java.util.Comparator;
import java.util.List;

/** What statements that all apply to a build come to. */
final class Conclusion {
  private Conclusion() {}

  static Fact of(FactKey key, List<Statement> statements, EvidenceLevel minimum) {
    var counting =
        statements.stream()
            .filter(statement -> statement.value() != null && statement.level().reaches(minimum))
            .toList();
    long yes =
        counting.stream().filter(statement -> Boolean.TRUE.equals(statement.value())).count();
    long no = counting.size() - yes;
    if (yes > 0 && no > 0) {
      return Fact.unknown(
          key, statements, "The statements disagree: %d for yes, %d for no.".formatted(yes, no));
    }
    if (counting.isEmpty()) {
      return Fact.unknown(key, statements, whyNothingCounts(statements, minimum));
    }
    var strongest =
        counting.stream()
            .map(Statement::level)
            .max(Comparator.naturalOrder())
            .orElse(EvidenceLevel.RECOLLECTED);
    return new Fact(
        key,
        Answer.of(yes > 0),
        strongest,
        statements,
        counting.size() == 1
            ? "One statement says so, %s.".formatted(strongest.label())
            : "%d statements agree, the strongest %s."
                .formatted(counting.size(), strongest.label()));
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
