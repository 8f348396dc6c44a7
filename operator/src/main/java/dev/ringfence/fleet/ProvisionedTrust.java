package dev.ringfence.fleet;

import dev.ringfence.pki.Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Certificates that reach phones by other means than their firmware.
 *
 * @param activeDirectory published as certification authorities in the directory
 */
public record ProvisionedTrust(
    List<Certificate> activeDirectory, @Nullable CertificateWebService certificateWebService) {
  public ProvisionedTrust {
    activeDirectory = List.copyOf(activeDirectory);
  }

  public static ProvisionedTrust none() {
    return new ProvisionedTrust(List.of(), null);
  }

  public boolean isNone() {
    return activeDirectory.isEmpty() && certificateWebService == null;
  }
}
