package dev.ringfence.policy;

import java.util.List;

/**
 * What a rule is.
 *
 * @param id the class name: also the documentation page, metric label and policy key
 * @param summary the violation in one line
 * @param citations standards and vendor texts it rests on
 */
public record RuleMetadata(
    String id,
    String summary,
    List<String> citations,
    Category category,
    Severity defaultSeverity,
    List<Affects> affects) {
  public RuleMetadata {
    citations = List.copyOf(citations);
    affects = List.copyOf(affects);
  }
}
