package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Certificates that reach phones by other means than their firmware. */
@ResourceValue
public record PushedTrust(
    @JsonPropertyDescription(
            "PEM certificates that Active Directory publishes; which sign-in methods they reach is a"
                + " fact of the catalog.")
        @Size(max = 32)
        List<@Size(min = 1, max = 131072) String> activeDirectory,
    @JsonPropertyDescription("Certificates that the certificate web service hands out.")
        @Nullable WebServiceTrust certificateWebService) {

  public PushedTrust {
    activeDirectory = activeDirectory == null ? List.of() : List.copyOf(activeDirectory);
  }
}
