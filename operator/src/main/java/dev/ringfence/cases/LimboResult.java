package dev.ringfence.cases;

import org.jspecify.annotations.Nullable;

/**
 * What came of one case, in the words of x509-limbo.
 *
 * @param context why not SUCCESS, null for SUCCESS
 */
public record LimboResult(String id, Actual actual, @Nullable String context) {

  /** SKIPPED is no judgement. */
  public enum Actual {
    SUCCESS,
    FAILURE,
    SKIPPED
  }
}
