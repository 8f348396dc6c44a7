package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Set-CsWebServiceConfiguration, as far as it decides what phones trust. */
@ResourceValue
public record WebServiceTrust(
    @JsonProperty("trustedCACerts")
        @JsonPropertyDescription("TrustedCACerts, as PEM certificates.")
        @Size(max = 32)
        List<@Size(min = 1, max = 131072) String> trustedCaCerts,
    @JsonProperty("inferCertChainFromSSL")
        @JsonPropertyDescription(
            "InferCertChainFromSSL. While it is on, TrustedCACerts is not handed out.")
        @Nullable Boolean inferCertChainFromSsl,
    @JsonPropertyDescription("Ports on which the phones reach the service: 80 and 443 by default.")
        @Size(max = 8)
        List<@Min(1) @Max(65535) Integer> ports) {

  public WebServiceTrust {
    trustedCaCerts = trustedCaCerts == null ? List.of() : List.copyOf(trustedCaCerts);
    ports = ports == null ? List.of() : List.copyOf(ports);
  }
}
