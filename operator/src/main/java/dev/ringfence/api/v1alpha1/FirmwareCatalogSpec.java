package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the firmware of one platform trusts and verifies, or named trust stores alone. */
@ResourceValue
@ValidationRule(
    value =
        "has(self.platform) || !(has(self.families) || has(self.models) || has(self.capabilities) ||"
            + " has(self.releases) || has(self.upgrades))",
    message =
        "platform: name it, such as lync-phone-edition; only a catalog of nothing but trust stores has"
            + " none")
public record FirmwareCatalogSpec(
    @JsonPropertyDescription(
            "Platform id, such as lync-phone-edition. Absent in a catalog that only names trust stores.")
        @Size(min = 1, max = 63)
        @Pattern(CatalogGrammar.PLATFORM)
        @Nullable String platform,
    @JsonPropertyDescription("Date of this edition, for readers.")
        @Size(max = 10)
        @Pattern(CatalogGrammar.DATE)
        @Nullable String edition,
    @JsonPropertyDescription("A catalog with a higher one overlays those below; 0 by default.")
        @Min(CatalogGrammar.MIN_PRIORITY)
        @Max(CatalogGrammar.MAX_PRIORITY)
        @Nullable Integer priority,
    @JsonPropertyDescription("What the statements cite.") @Size(max = CatalogGrammar.MAX_SOURCES)
        @Nullable List<SourceEntry> sources,
    @JsonPropertyDescription("Families of models.") @Size(max = CatalogGrammar.MAX_FAMILIES)
        @Nullable List<FamilyEntry> families,
    @JsonPropertyDescription("Models of phone.") @Size(max = CatalogGrammar.MAX_MODELS)
        @Nullable List<ModelEntry> models,
    @JsonPropertyDescription("The certificates spoken of.")
        @Size(max = CatalogGrammar.MAX_CERTIFICATES)
        @Nullable List<CertificateEntry> certificates,
    @JsonPropertyDescription("Lists of trusted roots.") @Size(max = CatalogGrammar.MAX_TRUST_STORES)
        @Nullable List<TrustStoreEntry> trustStores,
    @JsonPropertyDescription("Statements on what phones verify, check and trust.")
        @Size(max = CatalogGrammar.MAX_STATEMENTS)
        @Nullable List<StatementEntry> capabilities,
    @JsonPropertyDescription("Releases of firmware.") @Size(max = CatalogGrammar.MAX_RELEASES)
        @Nullable List<ReleaseEntry> releases,
    @JsonPropertyDescription("Steps that updates have to take.")
        @Size(max = CatalogGrammar.MAX_UPGRADES)
        @Nullable List<UpgradeEntry> upgrades,
    @JsonPropertyDescription("What inventories list beside phones.")
        @Size(max = CatalogGrammar.MAX_NOT_PHONES)
        @Nullable List<NotPhoneEntry> notPhones) {}
