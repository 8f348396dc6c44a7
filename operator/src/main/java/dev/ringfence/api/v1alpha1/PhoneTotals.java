package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Phones in use by outcome; the four outcomes add up to the total. */
@ResourceValue
public record PhoneTotals(
    @JsonPropertyDescription("All phones in use; spares are not counted.") long total,
    @JsonPropertyDescription("Phones that will trust the chain.") long compatible,
    @JsonPropertyDescription("Phones that will trust the chain, with a warning.") long atRisk,
    @JsonPropertyDescription("Phones that will fail.") long broken,
    @JsonPropertyDescription("Phones for which a needed fact is unknown.") long undetermined) {}
