package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A condition with the fields of {@code metav1.Condition}. */
@ResourceValue
public record StatusCondition(
    @Required @JsonPropertyDescription("Name of the condition.") @Size(max = 316) String type,
    @Required
        @SchemaFrom(type = Vocabulary.ConditionStatus.class)
        @JsonPropertyDescription("True, False or Unknown.")
        String status,
    @JsonPropertyDescription("The generation of the spec that this condition judges.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("When the status of this condition last changed.")
        @Nullable String lastTransitionTime,
    @JsonPropertyDescription("One word for programs, often the id of a rule.") @Size(max = 1024)
        @Nullable String reason,
    @JsonPropertyDescription("A sentence for people: expected, found, next step.")
        @Size(max = 32768)
        @Nullable String message) {}
