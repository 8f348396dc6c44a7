package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the certificates of a path may be used for a TLS server or client. RFC 5280 4.2.1.12
 * speaks of the end entity; that a CA's extended key usage binds what it issues is common practice.
 */
final class PurposeCheck {
  private PurposeCheck() {}

  /** From the end entity on. */
  static List<PathFailure> of(
      CertificationPath path, List<Certificate> checked, PurposeReading reading, Purpose purpose) {
    if (purpose == Purpose.ANY) {
      return List.of();
    }
    var failures = new ArrayList<PathFailure>(0);
    for (var certificate : checked) {
      var purposes = certificate.extendedKeyUsage();
      if (purposes.isPresent() && !reading.allows(purposes.get(), purpose)) {
        failures.add(
            failure(
                purpose,
                certificate,
                "has the purposes %s, expected %s"
                    .formatted(purposes.get(), reading.wanted(purpose))));
      } else if (certificate.equals(path.endEntity()) && !reading.allowsUse(certificate, purpose)) {
        failures.add(
            failure(
                purpose,
                certificate,
                "has a key usage or Netscape type that is not for a TLS "
                    + (purpose == Purpose.CLIENT ? "client" : "server")));
      }
    }
    return List.copyOf(failures);
  }

  private static PathFailure failure(Purpose purpose, Certificate certificate, String what) {
    return new PathFailure(
        purpose == Purpose.CLIENT
            ? PathFailure.CLIENT_AUTHENTICATION_MISSING
            : PathFailure.SERVER_AUTHENTICATION_MISSING,
        certificate,
        "%s %s.".formatted(certificate, what));
  }
}
