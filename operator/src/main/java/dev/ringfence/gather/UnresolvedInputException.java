package dev.ringfence.gather;

import dev.ringfence.policy.Problem;

/** An input is missing or cannot be read, so that nothing can be decided. */
public final class UnresolvedInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public UnresolvedInputException(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
