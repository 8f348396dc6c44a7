package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step that updates of a family have to take. */
@ResourceValue
public record UpgradeEntry(
    @Required
        @JsonPropertyDescription("Name of the family.")
        @Size(min = 1, max = CatalogGrammar.MAX_ID)
        @Pattern(CatalogGrammar.FAMILY)
        String family,
    @JsonPropertyDescription("Builds of at least this version need no step; absent: not known.")
        @Size(max = 39)
        @Pattern(CatalogGrammar.FIRMWARE_VERSION)
        @Nullable String from,
    @JsonPropertyDescription("The release to install in between.")
        @Size(max = 39)
        @Pattern(CatalogGrammar.FIRMWARE_VERSION)
        @Nullable String via,
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

  public UpgradeEntry {
    sources = sources == null ? List.of() : List.copyOf(sources);
  }
}
