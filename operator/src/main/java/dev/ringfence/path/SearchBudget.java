package dev.ringfence.path;

/**
 * How much work a search may still do. Everything is counted, nothing is timed, so that the same
 * inputs give the same answer. An instance is used up by the searches it is handed to; what could
 * not be searched is undetermined.
 */
public final class SearchBudget {
  private static final int SIGNATURES = 100;
  private static final int NODES = 1_000;
  private static final int NAME_CONSTRAINT_COMPARISONS = 250_000;

  private final int signatures;
  private final int nodes;
  private final int nameConstraintComparisons;
  private int signaturesLeft;
  private int nodesLeft;
  private int comparisonsLeft;
  private boolean exhausted;

  /**
   * @param signatures to verify that the graph has not verified before
   * @param nodes certificates put on a path
   * @param nameConstraintComparisons of one name with one constraint
   */
  public SearchBudget(int signatures, int nodes, int nameConstraintComparisons) {
    this.signatures = signatures;
    this.nodes = nodes;
    this.nameConstraintComparisons = nameConstraintComparisons;
    this.signaturesLeft = signatures;
    this.nodesLeft = nodes;
    this.comparisonsLeft = nameConstraintComparisons;
  }

  /** 100 signatures, 1,000 nodes and 250,000 comparisons. */
  public static SearchBudget standard() {
    return new SearchBudget(SIGNATURES, NODES, NAME_CONSTRAINT_COMPARISONS);
  }

  /** An unused budget with the limits of this one. */
  public SearchBudget fresh() {
    return new SearchBudget(signatures, nodes, nameConstraintComparisons);
  }

  /** Whether something was refused since this budget was made. */
  public boolean exhausted() {
    return exhausted;
  }

  boolean takeSignature() {
    return signaturesLeft-- > 0 || refuse();
  }

  boolean takeNode() {
    return nodesLeft-- > 0 || refuse();
  }

  boolean takeComparisons(long count) {
    if (count > comparisonsLeft) {
      return refuse();
    }
    comparisonsLeft -= (int) count;
    return true;
  }

  private boolean refuse() {
    signaturesLeft = Math.max(signaturesLeft, 0);
    nodesLeft = Math.max(nodesLeft, 0);
    exhausted = true;
    return false;
  }

  @Override
  public String toString() {
    return "%d signatures, %d nodes and %d name constraint comparisons"
        .formatted(signatures, nodes, nameConstraintComparisons);
  }
}
