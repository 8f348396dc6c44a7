package dev.ringfence.policy;

/** A rule threw: the evaluation cannot answer. */
final class RuleFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String rule;
  private final String failure;

  RuleFailedException(String rule, RuntimeException cause) {
    super(cause);
    this.rule = rule;
    this.failure =
        cause.getMessage() == null
            ? cause.getClass().getSimpleName()
            : cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  Problem problem() {
    return new Problem(
        "RuleFailed",
        "The rule "
            + rule
            + " failed with "
            + failure
            + ", expected an answer; nothing is decided until it gives one.",
        false,
        rule);
  }
}
