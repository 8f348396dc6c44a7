package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.ArrayList;
import java.util.List;

/** Path length constraints (RFC 5280 4.2.1.9, 6.1.4 l and m). */
final class PathLengthCheck {
  private PathLengthCheck() {}

  /**
   * From the end entity on.
   *
   * @param selfIssuedToo whether a self-issued CA's own constraint counts
   */
  static List<PathFailure> of(
      CertificationPath path, CheckedCertificates checked, boolean selfIssuedToo) {
    var failures = new ArrayList<PathFailure>(0);
    var certificates = checked.of(path);
    int below = selfIssuedToo ? 0 : uncounted(path.endEntity());
    for (int i = 1; i < certificates.size(); i++) {
      var certificate = certificates.get(i);
      var limit = limit(certificate);
      boolean counts = selfIssuedToo || !certificate.selfIssued();
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

  /**
   * Who does not count self-issued CAs counts the end entity, allows one more, and so one more
   * again if the end entity is self-issued.
   */
  private static int uncounted(Certificate endEntity) {
    return endEntity.selfIssued() ? -1 : 0;
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
