package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What inventories list beside phones. */
@ResourceValue
@ValidationRule(
    value = "has(self.userAgent) != has(self.model)",
    message =
        "a device that is no phone is told by exactly one of userAgent, the start of its user agent, and"
            + " model, the whole text of the inventory's model field")
public record NotPhoneEntry(
    @Required
        @JsonPropertyDescription("What it is, such as Lync desktop client.")
        @Size(min = 1, max = CatalogGrammar.MAX_ID)
        String name,
    @JsonPropertyDescription("The start of its user agent, taken literally.")
        @Size(min = CatalogGrammar.MIN_USER_AGENT, max = CatalogGrammar.MAX_ID)
        @Nullable String userAgent,
    @JsonPropertyDescription("The whole text of the inventory's model field.")
        @Size(min = 1, max = CatalogGrammar.MAX_ID)
        @Nullable String model,
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

  public NotPhoneEntry {
    sources = sources == null ? List.of() : List.copyOf(sources);
  }
}
