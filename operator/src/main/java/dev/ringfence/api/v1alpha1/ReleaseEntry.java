package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One release of firmware. */
@ResourceValue
public record ReleaseEntry(
    @Required
        @JsonPropertyDescription("What people call it.")
        @Size(min = 1, max = CatalogGrammar.MAX_ID)
        String name,
    @JsonPropertyDescription(
            "Four numbers, or * as the last for every build of a line. Absent: not known, and no phone is"
                + " matched to it.")
        @Size(max = 39)
        @Pattern(CatalogGrammar.RELEASE_VERSION)
        @Nullable String version,
    @JsonPropertyDescription("The first day on which it may have been built.")
        @Size(max = 10)
        @Pattern(CatalogGrammar.DAY)
        @Nullable String earliest,
    @JsonPropertyDescription("The last day on which it may have been built.")
        @Size(max = 10)
        @Pattern(CatalogGrammar.DAY)
        @Nullable String latest,
    @Required
        @JsonPropertyDescription("Names of the families it was made for.")
        @Size(min = 1, max = CatalogGrammar.MAX_FAMILIES)
        List<@Size(max = CatalogGrammar.MAX_ID) @Pattern(CatalogGrammar.FAMILY) String> families,
    @JsonPropertyDescription("Name of its trust store, which another catalog may define.")
        @Size(max = CatalogGrammar.MAX_ID)
        @Pattern(CatalogGrammar.TRUST_STORE)
        @Nullable String trustStore,
    @JsonPropertyDescription("Path builders it may have; absent: those of the family.")
        @Size(max = CatalogGrammar.MAX_PROFILES)
        List<@Size(max = 63) @Pattern(CatalogGrammar.PROFILE) String> profiles,
    @Required
        @SchemaFrom(type = Vocabulary.Evidence.class)
        @JsonPropertyDescription("How well this is supported.")
        String level,
    @Required
        @JsonPropertyDescription("Ids of the sources.")
        @Size(min = 1, max = CatalogGrammar.MAX_CITED)
        List<@Size(max = CatalogGrammar.MAX_ID) @Pattern(CatalogGrammar.SOURCE_ID) String> sources,
    @JsonPropertyDescription("Anything a reader should know.") @Size(max = CatalogGrammar.MAX_TEXT)
        @Nullable String note) {

  public ReleaseEntry {
    families = families == null ? List.of() : List.copyOf(families);
    profiles = profiles == null ? List.of() : List.copyOf(profiles);
    sources = sources == null ? List.of() : List.copyOf(sources);
  }
}
