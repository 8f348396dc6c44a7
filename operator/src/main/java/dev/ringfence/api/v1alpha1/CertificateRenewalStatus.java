package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found. Equal inputs give equal text, transition times apart; every list is sorted. */
@ResourceValue
public record CertificateRenewalStatus(
    @JsonPropertyDescription("The generation of the spec that this status judges; -1: none yet.")
        @Nullable Long observedGeneration,
    @SchemaFrom(type = Vocabulary.Verdict.class)
        @JsonPropertyDescription(
            "Allow, Warn, Block, or Hold when an input is missing or unreadable.")
        @Nullable String verdict,
    @SchemaFrom(type = Vocabulary.Gate.class)
        @JsonPropertyDescription("The verdict after approvals and the policy's mode.")
        @Nullable String gate,
    @JsonPropertyDescription(
            "SHA-256 over the DER certificates in served order. An approval names exactly this digest.")
        @Nullable String chainSha256,
    @JsonPropertyDescription("Facts of the chain judged.") @Nullable ChainFacts chain,
    @JsonPropertyDescription("Phones in use, by outcome.") @Nullable PhoneTotals phones,
    @JsonPropertyDescription("The worst findings, at most 20; the report has all of them.")
        @Size(max = MAX_FINDINGS)
        List<FindingSummary> findings,
    @JsonPropertyDescription(
            "How many findings did not fit in the list above; absent when all of them did.")
        @Nullable Long findingsOmitted,
    @JsonPropertyDescription("What was judged: catalogs, fleets and the policy.") @Size(max = 64)
        List<InputSummary> inputs,
    @JsonPropertyDescription(
            "The first second at which a group that works at the instant judged will fail.")
        @Nullable String breaksAt,
    @JsonPropertyDescription("The ConfigMap with the report per group.")
        @Nullable ReportRef reportRef,
    @JsonPropertyDescription(
            "ResolvedRefs, Evaluated, Compatible, Approved, Ready, and while true Reconciling or"
                + " Stalled.")
        @Size(max = 16)
        List<StatusCondition> conditions) {

  /** More findings than this are left to the report, and their number is declared. */
  public static final int MAX_FINDINGS = 20;

  public CertificateRenewalStatus {
    findings = findings == null ? List.of() : List.copyOf(findings);
    inputs = inputs == null ? List.of() : List.copyOf(inputs);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
