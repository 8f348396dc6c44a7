package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was counted. */
@ResourceValue
public record PhoneFleetStatus(
    @JsonPropertyDescription("The generation of the spec that this status counts; -1: none yet.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("Phones in use.") @Nullable Long phones,
    @JsonPropertyDescription("Spare phones.") @Nullable Long spares,
    @JsonPropertyDescription("Groups, those of the inventory included.") @Nullable Long groups,
    @JsonPropertyDescription("Devices of the inventory that a catalog classes as no phone.")
        @Nullable Long notPhones,
    @JsonPropertyDescription("Rows of the inventory that could not be read.")
        @Nullable Long refusedRows,
    @JsonPropertyDescription("The newest instant at which the inventory saw a phone.")
        @Nullable String observedAt,
    @JsonPropertyDescription("ResolvedRefs and Ready, and while true Reconciling or Stalled.")
        @Size(max = 16)
        List<StatusCondition> conditions) {

  public PhoneFleetStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
