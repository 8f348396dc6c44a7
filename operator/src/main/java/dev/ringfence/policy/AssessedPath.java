package dev.ringfence.policy;

import java.util.Comparator;
import java.util.List;

/** A candidate path with what the path rules found on it for one firmware. */
public record AssessedPath(CandidatePath path, List<Finding> findings) {
  /** Best first: fewest violated Errors, fewest undetermined ones, shortest, then by SHA-256. */
  public static final Comparator<AssessedPath> BEST_FIRST =
      Comparator.comparingLong(AssessedPath::violatedErrors)
          .thenComparingLong(AssessedPath::undeterminedErrors)
          .thenComparingInt(assessed -> assessed.path().length())
          .thenComparing(assessed -> assessed.path().order());

  public AssessedPath {
    findings =
        findings.size() > 1
            ? findings.stream().sorted(Finding.ORDER).toList()
            : List.copyOf(findings);
  }

  public long violatedErrors() {
    return errors(FindingResult.VIOLATED);
  }

  public long undeterminedErrors() {
    return errors(FindingResult.UNDETERMINED);
  }

  /** Whether any finding alone makes the firmware refuse the path. */
  boolean breaks() {
    return findings.stream().anyMatch(Finding::breaks);
  }

  /** Known to work: no Error is violated and none is open. */
  public boolean usable() {
    return violatedErrors() == 0 && undeterminedErrors() == 0;
  }

  /** Rules, not findings: those of one rule stand together. */
  private long errors(FindingResult result) {
    long rules = 0;
    String last = "";
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR
          && finding.result() == result
          && !finding.rule().equals(last)) {
        last = finding.rule();
        rules++;
      }
    }
    return rules;
  }
}
