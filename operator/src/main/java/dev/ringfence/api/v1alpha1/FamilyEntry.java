package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Models that run the same firmware. */
@ResourceValue
public record FamilyEntry(
    @Required
        @JsonPropertyDescription("Name of the family, such as aries.")
        @Size(min = 1, max = CatalogGrammar.MAX_ID)
        @Pattern(CatalogGrammar.FAMILY)
        String name,
    @Required
        @JsonPropertyDescription(
            "The path builders that these phones may have, such as rfc5280; all of them have to agree.")
        @Size(min = 1, max = CatalogGrammar.MAX_PROFILES)
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

  public FamilyEntry {
    profiles = profiles == null ? List.of() : List.copyOf(profiles);
    sources = sources == null ? List.of() : List.copyOf(sources);
  }
}
