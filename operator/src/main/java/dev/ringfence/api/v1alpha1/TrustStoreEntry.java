package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of trusted roots that releases refer to. */
@ResourceValue
public record TrustStoreEntry(
    @Required
        @JsonPropertyDescription("Name of the store, such as mozilla/2018-01-18.")
        @Size(min = 1, max = CatalogGrammar.MAX_ID)
        @Pattern(CatalogGrammar.TRUST_STORE)
        String name,
    @JsonPropertyDescription(
            "Whether it lists every root there is. Absent in an overlay: as the store below says.")
        @Nullable Boolean complete,
    @SchemaFrom(type = Vocabulary.Evidence.class)
        @JsonPropertyDescription("How well the list is supported; entries may say otherwise.")
        @Nullable String level,
    @JsonPropertyDescription("Ids of the sources; entries may name others.")
        @Size(max = CatalogGrammar.MAX_CITED)
        List<@Size(max = CatalogGrammar.MAX_ID) @Pattern(CatalogGrammar.SOURCE_ID) String> sources,
    @JsonPropertyDescription(
            "Certificates that are in it at the level of the store: id or SHA-256.")
        @Size(max = CatalogGrammar.MAX_STORE_ENTRIES)
        List<@Size(max = CatalogGrammar.MAX_ID) @Pattern(CatalogGrammar.CERTIFICATE_ID) String>
            certificates,
    @JsonPropertyDescription("What is known of single certificates.")
        @Size(max = CatalogGrammar.MAX_STORE_ENTRIES)
        List<StoredCertificate> entries) {

  public TrustStoreEntry {
    sources = sources == null ? List.of() : List.copyOf(sources);
    certificates = certificates == null ? List.of() : List.copyOf(certificates);
    entries = entries == null ? List.of() : List.copyOf(entries);
  }
}
