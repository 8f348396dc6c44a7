package dev.ringfence.policy;

/** A rule threw: the evaluation cannot answer. */
final class RuleFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String rule;

  RuleFailedException(String rule, RuntimeException cause) {
    super(cause);
    this.rule = rule;
  }

  Problem problem() {
    return new Problem(
        "RuleFailed",
        "The rule "
            + rule
            + " failed with "
            + getCause().getClass().getSimpleName()
            + (getCause().getMessage() == null ? "" : ": " + getCause().getMessage())
            + ", expected an answer; nothing is decided until it gives one.",
        false,
        rule);
  }
}
