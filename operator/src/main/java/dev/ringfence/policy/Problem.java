package dev.ringfence.policy;

import org.jspecify.annotations.Nullable;

/**
 * Why nothing can be decided: an input that is missing, unreadable or empty, or a rule that failed.
 *
 * @param reason CamelCase constant for conditions
 * @param message a full sentence: expected, found, where
 * @param onlyAnEditHeals false if it heals when something else appears or recovers
 * @param rule the rule that failed, null for everything else
 */
public record Problem(
    String reason, String message, boolean onlyAnEditHeals, @Nullable String rule) {
  public Problem(String reason, String message, boolean onlyAnEditHeals) {
    this(reason, message, onlyAnEditHeals, null);
  }
}
