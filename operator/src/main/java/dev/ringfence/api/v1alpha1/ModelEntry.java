package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One model of phone. */
@ResourceValue
public record ModelEntry(
    @Required
        @JsonPropertyDescription("Id of the model, such as CX600.")
        @Size(min = 1, max = CatalogGrammar.MAX_ID)
        @Pattern(CatalogGrammar.MODEL)
        String id,
    @Required
        @JsonPropertyDescription("Name of its family.")
        @Size(min = 1, max = CatalogGrammar.MAX_ID)
        @Pattern(CatalogGrammar.FAMILY)
        String family,
    @JsonPropertyDescription("Who makes it.") @Size(max = CatalogGrammar.MAX_ID)
        @Nullable String manufacturer,
    @JsonPropertyDescription("Spellings in inventories; upper and lower case are alike.")
        @Size(max = CatalogGrammar.MAX_ALIASES)
        List<@Size(min = 1, max = CatalogGrammar.MAX_ID) String> aliases,
    @JsonPropertyDescription("What it is for, such as desk, conference or common-area.")
        @Size(max = CatalogGrammar.MAX_ID)
        @Nullable String use,
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

  public ModelEntry {
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
    sources = sources == null ? List.of() : List.copyOf(sources);
  }
}
