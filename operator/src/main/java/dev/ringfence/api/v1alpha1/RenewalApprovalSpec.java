package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is accepted. The API server refuses every change. */
@ResourceValue
@ValidationRule(
    value = "self == oldSelf",
    reason = "FieldValueForbidden",
    message =
        "an approval never changes: create another RenewalApproval with the new values and delete this"
            + " one")
@ValidationRule(
    value = "!has(self.chainSha256) || self.chainSha256.matches('" + Patterns.SHA256 + "')",
    message =
        "chainSha256: copy status.chainSha256 of the renewal, 64 lower-case hexadecimal digits without"
            + " colons")
@ValidationRule(
    value = "!has(self.rules) || self.rules.all(rule, rule.matches('" + Patterns.RULE + "'))",
    message = "rules: write ids of rules, such as TrustAnchorMissing")
public record RenewalApprovalSpec(
    @Required
        @JsonPropertyDescription("Name of the CertificateRenewal, in the same namespace.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.OBJECT_NAME)
        @Nullable String renewal,
    @Required
        @JsonPropertyDescription(
            "The chain accepted: status.chainSha256 of the renewal, 64 lower-case hexadecimal digits.")
        @Size(max = 128)
        @Pattern(Patterns.SHA256)
        @Nullable String chainSha256,
    @Required
        @JsonPropertyDescription("Every rule whose violation is accepted, by id.")
        @Size(min = 1, max = 64)
        List<@Size(max = 63) @Pattern(Patterns.RULE) String> rules,
    @Required
        @JsonPropertyDescription(
            "The most phones that may block. One more phone closes the gate again.")
        @Min(0)
        @Max(100_000_000)
        @Nullable Long maxPhones,
    @Required @JsonPropertyDescription("From this instant on the approval no longer counts.")
        @Nullable String expiresAt,
    @JsonPropertyDescription("Ticket or change number.") @Size(max = 253) @Nullable String change,
    @JsonPropertyDescription("Why the loss is acceptable.") @Size(max = 4096)
        @Nullable String reason,
    @Required @JsonPropertyDescription("Who approves.") @Size(min = 1, max = 253)
        @Nullable String approvedBy) {

  public RenewalApprovalSpec {
    rules = rules == null ? List.of() : List.copyOf(rules);
  }
}
