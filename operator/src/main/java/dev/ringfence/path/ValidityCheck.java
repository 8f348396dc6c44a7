package dev.ringfence.path;

import dev.ringfence.pki.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** RFC 5280 6.1.3 (a)(2), and the dates of the anchor if they are enforced. */
final class ValidityCheck {
  private ValidityCheck() {}

  static List<PathFailure> of(
      CertificationPath path, Instant at, boolean notAfterInclusive, boolean withAnchor) {
    var failures = new ArrayList<PathFailure>(0);
    for (int i = path.length() - 1; i >= 0; i--) {
      boolean anchor = i > 0 && i == path.length() - 1;
      if (anchor && !withAnchor) {
        continue;
      }
      var certificate = path.certificates().get(i);
      var validity = certificate.validity();
      if (validity.isNotYetValidAt(at)) {
        failures.add(
            new PathFailure(
                PathFailure.CERTIFICATE_NOT_YET_VALID,
                certificate,
                "%s is valid from %s on, not at %s."
                    .formatted(certificate, validity.notBefore(), at)));
      } else if (!valid(validity, at, notAfterInclusive)) {
        failures.add(
            new PathFailure(
                anchor ? PathFailure.TRUST_ANCHOR_EXPIRED : PathFailure.CERTIFICATE_EXPIRED,
                certificate,
                "%s %s expired at %s, before %s."
                    .formatted(
                        anchor ? "The trust anchor" : "The certificate",
                        certificate,
                        validity.notAfter(),
                        at)));
      }
    }
    return List.copyOf(failures);
  }

  static boolean valid(Validity validity, Instant at, boolean notAfterInclusive) {
    return validity.contains(at)
        && (notAfterInclusive || at.getEpochSecond() < validity.notAfter().getEpochSecond());
  }
}
