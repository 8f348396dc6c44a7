package dev.ringfence.policy;

/** Phones that may be Broken or Undetermined before a renewal is blocked. */
public record Budgets(long broken, long undetermined) {
  public static final Budgets NONE = new Budgets(0, 0);

  public Budgets {
    if (broken < 0 || undetermined < 0) {
      throw new IllegalArgumentException(
          "Expected budgets of 0 or more phones, found broken "
              + broken
              + " and undetermined "
              + undetermined);
    }
  }
}
