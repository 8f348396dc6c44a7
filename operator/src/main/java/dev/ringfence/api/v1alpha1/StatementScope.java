package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Which phones a statement speaks of; what is absent is no limit. */
@ResourceValue
public record StatementScope(
    @JsonPropertyDescription("Name of a family.")
        @Size(max = CatalogGrammar.MAX_ID)
        @Pattern(CatalogGrammar.FAMILY)
        @Nullable String family,
    @JsonPropertyDescription("Id of a model.")
        @Size(max = CatalogGrammar.MAX_ID)
        @Pattern(CatalogGrammar.MODEL)
        @Nullable String model,
    @JsonPropertyDescription("The first release, included; its last number may be *.")
        @Size(max = 39)
        @Pattern(CatalogGrammar.RELEASE_VERSION)
        @Nullable String from,
    @JsonPropertyDescription("The last release, included; its last number may be *.")
        @Size(max = 39)
        @Pattern(CatalogGrammar.RELEASE_VERSION)
        @Nullable String to) {}
