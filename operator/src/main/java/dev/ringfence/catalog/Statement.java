package dev.ringfence.catalog;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a catalog says of phones.
 *
 * @param value null: stated to be unknown, which is shown and never counted
 * @param sources ids of {@link Source}s of the catalog, at least one
 * @param catalog name of the catalog that says it
 */
public record Statement(
    FactKey key,
    @Nullable Boolean value,
    EvidenceLevel level,
    List<String> sources,
    Scope scope,
    String catalog,
    @Nullable String note) {
  /** Strongest level first, then by catalog, value, scope, sources and note. */
  public static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::key)
          .thenComparing(Statement::level, Comparator.reverseOrder())
          .thenComparing(Statement::catalog)
          .thenComparing(Statement::valueLabel)
          .thenComparing(statement -> statement.scope().describe())
          .thenComparing(statement -> String.join(",", statement.sources()))
          .thenComparing(statement -> String.valueOf(statement.note()));

  public Statement {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException(
          "a statement on %s names no source, expected at least one".formatted(key));
    }
  }

  /** {@code true}, {@code false} or {@code unknown}. */
  public String valueLabel() {
    return value == null ? "unknown" : value.toString();
  }

  /** For example {@code true, Inferred (SEED), lync-phone-edition, family aries}. */
  public String describe() {
    return "%s, %s (%s), catalog %s, %s"
        .formatted(
            valueLabel(), level.label(), String.join(", ", sources), catalog, scope.describe());
  }
}
