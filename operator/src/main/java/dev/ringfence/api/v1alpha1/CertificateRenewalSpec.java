package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be judged, for which fleets, by which policy. */
@ResourceValue
public record CertificateRenewalSpec(
    @Required
        @JsonPropertyDescription(
            "The renewed chain as it will be served in TLS, end entity first: exactly one of inline,"
                + " configMapKeyRef and secretKeyRef.")
        ChainSource chain,
    @JsonPropertyDescription(
            "The chain that is served today; with it the report also counts what this renewal changes.")
        @Nullable ChainSource currentChain,
    @JsonPropertyDescription(
            "Host names that the phones connect to, such as pool.example.com. Without any, names are"
                + " not checked against the end entity certificate.")
        @Size(max = 64)
        List<@Size(max = 253) @Pattern(Patterns.HOST_NAME) String> serverNames,
    @JsonPropertyDescription("SIP domains of the users, such as example.com.") @Size(max = 64)
        List<@Size(max = 253) @Pattern(Patterns.HOST_NAME) String> sipDomains,
    @Required
        @JsonPropertyDescription("The fleets judged: 1 to 16 PhoneFleets of the same namespace.")
        @Size(min = 1, max = 16)
        List<NameRef> fleetRefs,
    @JsonPropertyDescription(
            "The RenewalPolicy of the same namespace. Absent: the built-in defaults. Named but missing:"
                + " the verdict is Hold.")
        @Nullable NameRef policyRef,
    @JsonPropertyDescription(
            "When the renewed chain goes live. Dates are judged at the later of now and this instant.")
        @Nullable String activationTime,
    @JsonPropertyDescription(
            "What the renewal gates. Of two renewals with one target and different chains the older one"
                + " keeps it.")
        @Nullable RenewalTarget target) {

  public CertificateRenewalSpec {
    serverNames = serverNames == null ? List.of() : List.copyOf(serverNames);
    sipDomains = sipDomains == null ? List.of() : List.copyOf(sipDomains);
    fleetRefs = fleetRefs == null ? List.of() : List.copyOf(fleetRefs);
  }
}
