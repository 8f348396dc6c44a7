package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** An inventory file and its format. */
@ResourceValue
public record InventorySource(
    @Required
        @JsonPropertyDescription(
            "A key of a ConfigMap of the same namespace that carries the label ringfence.dev/input:"
                + " \"true\".")
        KeyRef configMapKeyRef,
    @SchemaFrom(type = Vocabulary.InventoryFormat.class)
        @JsonPropertyDescription("Format of the file; Auto (default) tells from its head.")
        @Nullable String format) {}
