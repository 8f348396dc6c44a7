package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** Phones that may be lost; used budgets still give Warn. */
@ResourceValue
public record PhoneBudgets(
    @JsonPropertyDescription("Phones that may break: 0 by default.") @Min(0) @Nullable Long broken,
    @JsonPropertyDescription("Phones that may be undetermined: 0 by default.") @Min(0)
        @Nullable Long undetermined) {}
