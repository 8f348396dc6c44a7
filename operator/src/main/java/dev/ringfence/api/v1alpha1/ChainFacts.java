package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** What a reader needs to recognise a chain. */
@ResourceValue
public record ChainFacts(
    @JsonPropertyDescription("Subject of the end entity certificate, RFC 4514.")
        @Nullable String subject,
    @JsonPropertyDescription("The last second at which every served certificate is valid.")
        @Nullable String notAfter,
    @JsonPropertyDescription("How many certificates are served.") long certificates) {}
