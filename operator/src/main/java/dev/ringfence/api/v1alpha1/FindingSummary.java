package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** One rule's result, summed over the groups that share it. */
@ResourceValue
public record FindingSummary(
    @JsonPropertyDescription("Id of the rule, named for the violation.") String rule,
    @JsonPropertyDescription("Error, Warning or Notice, after the policy.") String severity,
    @JsonPropertyDescription("Violated, or Undetermined when a needed fact is unknown.")
        String result,
    @JsonPropertyDescription("Phones in the groups concerned; 0 for the chain itself.") long phones,
    @JsonPropertyDescription("Groups concerned; 0 for the chain itself.") long groups,
    @JsonPropertyDescription("Expected and found, as a sentence.") @Nullable String message) {}
