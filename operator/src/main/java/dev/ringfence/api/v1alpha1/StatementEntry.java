package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that the catalog says of phones. */
@ResourceValue
@ValidationRule(
    value = "has(self.capability) != has(self.trusts)",
    message =
        "a statement has exactly one of capability, such as signature.sha256WithRSAEncryption, and trusts,"
            + " the id of a certificate")
public record StatementEntry(
    @JsonPropertyDescription("What is verified or checked, such as publicKey.rsa-2048.")
        @Size(max = 256)
        @Pattern(CatalogGrammar.CAPABILITY)
        @Nullable String capability,
    @JsonPropertyDescription("Id of a certificate of this catalog, or a SHA-256.")
        @Size(max = CatalogGrammar.MAX_ID)
        @Pattern(CatalogGrammar.CERTIFICATE_ID)
        @Nullable String trusts,
    @Required
        @io.fabric8.generator.annotation.Nullable
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @JsonPropertyDescription("Yes or no; null where it is known to be unknown.")
        @Nullable Boolean value,
    @Required
        @SchemaFrom(type = Vocabulary.Evidence.class)
        @JsonPropertyDescription("How well this is supported.")
        String level,
    @Required
        @JsonPropertyDescription("Ids of the sources.")
        @Size(min = 1, max = CatalogGrammar.MAX_CITED)
        List<@Size(max = CatalogGrammar.MAX_ID) @Pattern(CatalogGrammar.SOURCE_ID) String> sources,
    @JsonPropertyDescription("The phones it is about; absent: all of the platform.")
        @Nullable StatementScope scope,
    @JsonPropertyDescription("Anything a reader should know.") @Size(max = CatalogGrammar.MAX_TEXT)
        @Nullable String note) {

  public StatementEntry {
    sources = sources == null ? List.of() : List.copyOf(sources);
  }
}
