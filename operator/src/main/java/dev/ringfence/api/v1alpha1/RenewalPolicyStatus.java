package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the policy can be used. */
@ResourceValue
public record RenewalPolicyStatus(
    @JsonPropertyDescription("The generation of the spec that this status judges; -1: none yet.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("Ready, and while true Stalled.") @Size(max = 16)
        List<StatusCondition> conditions) {

  public RenewalPolicyStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
