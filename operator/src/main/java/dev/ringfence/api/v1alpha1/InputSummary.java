package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** One input of the evaluation, so that a reader can tell what was judged. */
@ResourceValue
public record InputSummary(
    @JsonPropertyDescription("Kind of the input, such as PhoneFleet or FirmwareCatalog.")
        String kind,
    @JsonPropertyDescription("Name of the input.") String name,
    @JsonPropertyDescription("metadata.generation of the object read; absent for a built-in pack.")
        @Nullable Long generation,
    @JsonPropertyDescription("SHA-256 of the content read.") @Nullable String digest) {}
