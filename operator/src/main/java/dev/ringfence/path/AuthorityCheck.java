package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.KeyUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whether the issuing certificates of a path may issue (RFC 5280 6.1.4 k and n). */
final class AuthorityCheck {
  private AuthorityCheck() {}

  static List<PathFailure> basicConstraints(
      CertificationPath path, CheckedCertificates checked, AuthorityMark mark) {
    Predicate<Certificate> isAuthority =
        switch (mark) {
          case DECLARED -> certificate -> declared(certificate) || oldAnchor(certificate, path);
          case IMPLIED -> AuthorityCheck::implied;
          case IMPLIED_LAST ->
              certificate ->
                  implied(certificate)
                      && (declared(certificate) || certificate.equals(path.anchor()));
        };
    var failures = new ArrayList<PathFailure>(0);
    for (var certificate : issuers(path, checked)) {
      if (!isAuthority.test(certificate)) {
        failures.add(
            failure(
                certificate,
                certificate.basicConstraints().isPresent()
                    ? "its basic constraints say that it is no CA"
                    : "it has no basic constraints"));
      }
    }
    return List.copyOf(failures);
  }

  static List<PathFailure> keyUsage(CertificationPath path, CheckedCertificates checked) {
    var failures = new ArrayList<PathFailure>(0);
    for (var certificate : issuers(path, checked)) {
      if (signingForbidden(certificate)) {
        failures.add(failure(certificate, "its key usage does not allow it to sign certificates"));
      }
    }
    return List.copyOf(failures);
  }

  /** The issuing certificates among those that are checked. */
  private static List<Certificate> issuers(CertificationPath path, CheckedCertificates checked) {
    var certificates = checked.of(path);
    return certificates.isEmpty() ? certificates : certificates.subList(1, certificates.size());
  }

  private static boolean declared(Certificate certificate) {
    return certificate.basicConstraints().map(constraints -> constraints.ca()).orElse(false);
  }

  /** RFC 5280 6.1.4 k: before version 3 other means must say it, and a trust store is one. */
  private static boolean oldAnchor(Certificate certificate, CertificationPath path) {
    return certificate.version() < 3 && certificate.equals(path.anchor());
  }

  private static boolean implied(Certificate certificate) {
    if (signingForbidden(certificate)) {
      return false;
    }
    if (certificate.basicConstraints().isPresent()) {
      return declared(certificate);
    }
    return (certificate.version() == 1 && certificate.selfIssued())
        || certificate.keyUsage().isPresent()
        || certificate.netscapeCertType().map(type -> type.anyCa()).orElse(false);
  }

  private static boolean signingForbidden(Certificate certificate) {
    return certificate
        .keyUsage()
        .map(usage -> !usage.allows(KeyUsage.Use.KEY_CERT_SIGN))
        .orElse(false);
  }

  private static PathFailure failure(Certificate certificate, String why) {
    return new PathFailure(
        PathFailure.CERTIFICATE_AUTHORITY_INVALID,
        certificate,
        "%s issued a certificate of the path, but %s.".formatted(certificate, why));
  }
}
