package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Where statements come from. */
@ResourceValue
public record SourceEntry(
    @Required
        @JsonPropertyDescription("Short name, unique within the catalog.")
        @Size(min = 1, max = CatalogGrammar.MAX_ID)
        @Pattern(CatalogGrammar.SOURCE_ID)
        String id,
    @Required
        @JsonPropertyDescription("What it is: author, title, edition.")
        @Size(min = 1, max = CatalogGrammar.MAX_TEXT)
        String title,
    @JsonPropertyDescription("Where it can be read.") @Size(max = CatalogGrammar.MAX_TEXT)
        @Nullable String address,
    @JsonPropertyDescription("Day, month or year of the edition that was read.")
        @Size(max = 10)
        @Pattern(CatalogGrammar.DATE)
        @Nullable String date) {}
