package dev.ringfence.policy;

import dev.ringfence.catalog.Statement;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule's result for one group or for the chain.
 *
 * @param message a full sentence with the observed and the expected value
 * @param evidence the statements the result rests on
 * @param question the question that a test on one phone would answer, null if none would
 */
public record Finding(
    String rule,
    Severity severity,
    FindingResult result,
    List<Affects> affects,
    String message,
    List<Statement> evidence,
    @Nullable String question) {
  /** Severity, then rule, then result, then message. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::result)
          .thenComparing(Finding::message);

  public Finding {
    affects = List.copyOf(affects);
    evidence = List.copyOf(evidence);
  }

  /** Whether this finding alone makes a group Broken. */
  public boolean breaks() {
    return severity == Severity.ERROR && result == FindingResult.VIOLATED;
  }
}
