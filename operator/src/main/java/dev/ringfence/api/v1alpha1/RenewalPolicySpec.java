package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every field has a default; an empty spec is the built-in policy. */
@ResourceValue
@ValidationRule(
    value =
        "!has(self.severities) || self.severities.all(rule, rule.matches('" + Patterns.RULE + "'))",
    message =
        "severities: write a rule's id as the key, such as WildcardName, and Error, Warning, Notice or"
            + " Off as its value")
@ValidationRule(
    value =
        "!has(self.minimumFirmware) || self.minimumFirmware.all(platform, platform.matches('"
            + Patterns.PLATFORM
            + "'))",
    message =
        "minimumFirmware: write a platform id as the key, such as lync-phone-edition, and a version such"
            + " as 4.0.7577.4420 as its value")
public record RenewalPolicySpec(
    @SchemaFrom(type = Vocabulary.Mode.class)
        @JsonPropertyDescription(
            "Enforce (default), or Observe: the verdict is reported and the gate stays open, Hold apart.")
        @Nullable String mode,
    @SchemaFrom(type = Vocabulary.Undetermined.class)
        @JsonPropertyDescription(
            "What phones with an unknown fact lead to: Block (default) or Warn.")
        @Nullable String undetermined,
    @SchemaFrom(type = Vocabulary.Evidence.class)
        @JsonPropertyDescription(
            "The weakest evidence that counts: Inferred by default. Weaker statements leave a fact"
                + " unknown.")
        @Nullable String minimumEvidence,
    @JsonPropertyDescription("The oldest firmware without a warning, per platform id.")
        @Size(max = 64)
        Map<String, @Size(max = 39) @Pattern(Patterns.FIRMWARE_VERSION) String> minimumFirmware,
    @JsonPropertyDescription("Severity per rule id: Error, Warning, Notice or Off.") @Size(max = 64)
        Map<String, @Pattern(Patterns.SEVERITY) @Size(max = 7) String> severities,
    @JsonPropertyDescription("How many phones may be lost before the verdict is Block.")
        @Nullable PhoneBudgets budgets,
    @JsonPropertyDescription(
            "Names of fleet groups of which not one phone may break, whatever the budget.")
        @Size(max = 256)
        List<@Size(min = 1, max = 253) String> protectedGroups,
    @JsonPropertyDescription("What it takes to open the gate of a blocked renewal.")
        @Nullable ApprovalRequirement approvals) {

  public RenewalPolicySpec {
    minimumFirmware =
        minimumFirmware == null
            ? Map.of()
            : Collections.unmodifiableMap(new TreeMap<>(minimumFirmware));
    severities =
        severities == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(severities));
    protectedGroups = protectedGroups == null ? List.of() : List.copyOf(protectedGroups);
  }
}
