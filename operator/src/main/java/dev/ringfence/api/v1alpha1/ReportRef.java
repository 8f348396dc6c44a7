package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Where the report per group is. */
@ResourceValue
public record ReportRef(
    @JsonPropertyDescription("Name of the ConfigMap, in the same namespace.") String name,
    @JsonPropertyDescription("Key within it.") String key,
    @JsonPropertyDescription("SHA-256 of the whole report, also when it was truncated.")
        @Nullable String sha256,
    @JsonPropertyDescription("Whether groups were left out to stay below 900 KiB.")
        boolean truncated) {}
