package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** An object of the same namespace, by name. */
@ResourceValue
public record NameRef(
    @Required
        @JsonPropertyDescription("Name of the object, in the same namespace.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.OBJECT_NAME)
        String name) {}
