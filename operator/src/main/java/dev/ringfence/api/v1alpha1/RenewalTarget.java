package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** What a renewal gates. */
@ResourceValue
public record RenewalTarget(
    @Required
        @JsonPropertyDescription(
            "Name of the Secret, in the same namespace, that is served in TLS.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.OBJECT_NAME)
        String secretName) {}
