package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Phones that are alike. */
@ResourceValue
public record PhoneGroup(
    @Required
        @JsonPropertyDescription("Name of the group, unique within the fleet.")
        @Size(min = 1, max = 253)
        @Nullable String name,
    @JsonPropertyDescription(
            "Platform id, such as lync-phone-edition. Absent: the catalogs tell from the model.")
        @Size(min = 1, max = 63)
        @Pattern(Patterns.PLATFORM)
        @Nullable String platform,
    @JsonPropertyDescription(
            "Model, such as CX600, or an alias that a catalog knows. Absent: judged for every family of"
                + " the platform.")
        @Size(max = 128)
        @Nullable String model,
    @Required
        @JsonPropertyDescription("Firmware version as the phone reports it, such as 4.0.7577.4387.")
        @Size(min = 1, max = 128)
        @Nullable String firmware,
    @Required @JsonPropertyDescription("How many phones.") @Min(0) @Max(10_000_000)
        @Nullable Long phones,
    @JsonPropertyDescription("Where they are.") @Size(max = 253) @Nullable String site,
    @SchemaFrom(type = Vocabulary.SignIn.class)
        @JsonPropertyDescription(
            "How the users sign in. Absent: undeclared, and pushed trust does not count.")
        @Nullable String signIn,
    @SchemaFrom(type = Vocabulary.GroupKind.class)
        @JsonPropertyDescription(
            "InUse (default) or Spare; spares count in advice only, never in the verdict.")
        @Nullable String kind,
    @JsonPropertyDescription("When these phones were last seen.") @Nullable String lastSeen,
    @JsonPropertyDescription(
            "Whether the phones already stored a chain from the certificate web service, which they keep"
                + " until a reset.")
        @Nullable Boolean storedChain) {}
