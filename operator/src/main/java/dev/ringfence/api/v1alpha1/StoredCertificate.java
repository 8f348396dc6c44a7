package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a trust store holds one certificate. */
@ResourceValue
public record StoredCertificate(
    @Required
        @JsonPropertyDescription("Id of a certificate of this catalog, or a SHA-256.")
        @Size(min = 1, max = CatalogGrammar.MAX_ID)
        @Pattern(CatalogGrammar.CERTIFICATE_ID)
        String certificate,
    @Required
        @io.fabric8.generator.annotation.Nullable
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @JsonPropertyDescription("Whether it is there; null where it is known to be unknown.")
        @Nullable Boolean present,
    @SchemaFrom(type = Vocabulary.Evidence.class)
        @JsonPropertyDescription("How well this is supported; absent: as the store says.")
        @Nullable String level,
    @JsonPropertyDescription("Ids of the sources; absent: those of the store.")
        @Size(max = CatalogGrammar.MAX_CITED)
        List<@Size(max = CatalogGrammar.MAX_ID) @Pattern(CatalogGrammar.SOURCE_ID) String> sources,
    @JsonPropertyDescription("Anything a reader should know.") @Size(max = CatalogGrammar.MAX_TEXT)
        @Nullable String note) {

  public StoredCertificate {
    sources = sources == null ? List.of() : List.copyOf(sources);
  }
}
