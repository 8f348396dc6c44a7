package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.ArrayList;
import java.util.List;

/** Path length constraints (RFC 5280 4.2.1.9, 6.1.4 l and m). */
final class PathLengthCheck {
  private PathLengthCheck() {}

  static List<PathFailure> of(
      CertificationPath path, CheckedCertificates checked, ExtensionReading reading) {
    var failures = new ArrayList<PathFailure>();
    int below = 0;
    var certificates = checked.of(path);
    for (int i = 1; i < certificates.size(); i++) {
      var certificate = certificates.get(i);
      var limit = limit(certificate);
      boolean counts = reading == ExtensionReading.RFC5280 || !certificate.selfIssued();
      if (limit >= 0 && counts && below > limit) {
        failures.add(
            new PathFailure(
                PathFailure.PATH_TOO_LONG,
                certificate,
                "%s allows %d CA certificates below it, the path has %d."
                    .formatted(certificate, limit, below)));
      }
      below += certificate.selfIssued() ? 0 : 1;
    }
    return List.copyOf(failures);
  }

  /** The limit that a profile sets: CA certificates between end entity and anchor. */
  static List<PathFailure> intermediates(CertificationPath path, int maximum) {
    long found =
        path.length() < 2
            ? 0
            : path.signed().stream()
                .skip(1)
                .filter(certificate -> !certificate.selfIssued())
                .count();
    return found <= maximum
        ? List.of()
        : List.of(
            new PathFailure(
                PathFailure.PATH_TOO_LONG,
                null,
                "The path has %d intermediate CA certificates, %d are allowed."
                    .formatted(found, maximum)));
  }

  private static int limit(Certificate certificate) {
    return certificate
        .basicConstraints()
        .map(constraints -> constraints.pathLength().orElse(-1))
        .orElse(-1);
  }
}
