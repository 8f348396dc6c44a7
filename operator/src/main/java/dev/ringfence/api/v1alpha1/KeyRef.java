package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One key of a ConfigMap or Secret of the same namespace. */
@ResourceValue
public record KeyRef(
    @Required
        @JsonPropertyDescription("Name of the object, in the same namespace.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.OBJECT_NAME)
        String name,
    @Required
        @JsonPropertyDescription("Key within the object's data, such as tls.crt.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.CONFIG_KEY)
        String key) {}
