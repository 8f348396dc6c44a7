package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** One thing that is wrong in a catalog. */
@ResourceValue
public record DefectEntry(
    @JsonPropertyDescription("Where, such as spec.releases[3].version.") String place,
    @JsonPropertyDescription("A sentence with what was expected and found.") String message) {}
