package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the approval counts, and if not, which of its clauses fails. */
@ResourceValue
public record RenewalApprovalStatus(
    @JsonPropertyDescription("The generation of the spec that this status judges; -1: none yet.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("Whether every clause holds for the renewal as it was last evaluated.")
        @Nullable Boolean inForce,
    @JsonPropertyDescription("The first clause that fails; absent while in force.")
        @Size(max = 4096)
        @Nullable String failingClause,
    @JsonPropertyDescription("Ready, and while true Stalled.") @Size(max = 16)
        List<StatusCondition> conditions) {

  public RenewalApprovalStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
