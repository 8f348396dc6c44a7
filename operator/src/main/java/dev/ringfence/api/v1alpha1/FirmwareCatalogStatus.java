package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read of the catalog. A broken entry spoils no other and never counts as trust. */
@ResourceValue
public record FirmwareCatalogStatus(
    @JsonPropertyDescription("The generation of the spec that this status judges; -1: none yet.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("Releases read.") @Nullable Long releases,
    @JsonPropertyDescription("Certificates read.") @Nullable Long certificates,
    @JsonPropertyDescription("Statements read, entries of trust stores included.")
        @Nullable Long statements,
    @JsonPropertyDescription("How many entries are wrong.") @Nullable Long defectCount,
    @JsonPropertyDescription("What is wrong, the first 100.") @Size(max = MAX_DEFECTS)
        List<DefectEntry> defects,
    @JsonPropertyDescription("Ready, and while true Stalled.") @Size(max = 16)
        List<StatusCondition> conditions) {

  /** More defects than this are counted and not listed. */
  public static final int MAX_DEFECTS = 100;

  public FirmwareCatalogStatus {
    defects = defects == null ? List.of() : List.copyOf(defects);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
