package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A certificate that the catalog speaks of. */
@ResourceValue
@ValidationRule(
    value =
        "has(self.pem) || (has(self.sha256) && has(self.subject) && has(self.notBefore) &&"
            + " has(self.notAfter))",
    message =
        "a certificate is given by pem, or by subject, sha256, notBefore and notAfter where no PEM is to"
            + " be had")
public record CertificateEntry(
    @Required
        @JsonPropertyDescription("Short name, unique within the catalog.")
        @Size(min = 1, max = CatalogGrammar.MAX_ID)
        @Pattern(CatalogGrammar.CERTIFICATE_ID)
        String id,
    @JsonPropertyDescription("The certificate.") @Size(min = 1, max = CatalogGrammar.MAX_PEM)
        @Nullable String pem,
    @JsonPropertyDescription("Its subject, for readers.") @Size(max = CatalogGrammar.MAX_TEXT)
        @Nullable String subject,
    @JsonPropertyDescription("SHA-256 over its DER encoding, lower-case hexadecimal.")
        @Size(max = 64)
        @Pattern(CatalogGrammar.SHA256)
        @Nullable String sha256,
    @JsonPropertyDescription("The first instant of its validity.") @Nullable String notBefore,
    @JsonPropertyDescription("The last instant of its validity.") @Nullable String notAfter,
    @JsonPropertyDescription("Where the encoding was taken from.")
        @Size(max = CatalogGrammar.MAX_TEXT)
        @Nullable String origin) {}
