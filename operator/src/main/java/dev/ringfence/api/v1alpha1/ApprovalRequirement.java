package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** How many approvals, and from whom. */
@ResourceValue
public record ApprovalRequirement(
    @JsonPropertyDescription("Approvals that must be in force: 1 by default.") @Min(1) @Max(10)
        @Nullable Integer required,
    @JsonPropertyDescription(
            "Whether approvals count only when different people gave them; false by default.")
        @Nullable Boolean fourEyes) {}
