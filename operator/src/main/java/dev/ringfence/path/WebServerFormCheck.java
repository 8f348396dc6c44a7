package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.PublicKeyInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the Baseline Requirements of the CA/Browser Forum add, as far as a validator can refuse. */
final class WebServerFormCheck {
  private static final Set<String> CURVES = Set.of("secp256r1", "secp384r1", "secp521r1");
  private static final int MIN_RSA_BITS = 2048;
  private static final int VERSION = 3;

  private final List<PathFailure> failures = new ArrayList<>();

  private WebServerFormCheck() {}

  static List<PathFailure> of(CertificationPath path) {
    var check = new WebServerFormCheck();
    path.certificates().forEach(check::publicKey);
    check.endEntity(path.endEntity());
    return List.copyOf(check.failures);
  }

  private void publicKey(Certificate certificate) {
    if (!accepted(certificate.publicKey())) {
      failures.add(
          new PathFailure(
              PathFailure.PUBLIC_KEY_UNSUPPORTED,
              certificate,
              "%s has the key %s, expected RSA of 2048 bits or more in whole bytes, or one of the"
                      .formatted(certificate, certificate.publicKey().name())
                  + " curves P-256, P-384 and P-521 (6.1.5)."));
    }
  }

  private static boolean accepted(PublicKeyInfo key) {
    return switch (key.type()) {
      case RSA -> key.bits() >= MIN_RSA_BITS && key.bits() % Byte.SIZE == 0;
      case EC -> key.curve().map(CURVES::contains).orElse(false);
      default -> false;
    };
  }

  private void endEntity(Certificate certificate) {
    var names = certificate.subjectAlternativeNames();
    demand(certificate.version() == VERSION, certificate, "it is not of version 3 (7.1.1)");
    demand(
        !certificate.basicConstraints().map(constraints -> constraints.ca()).orElse(false),
        certificate,
        "it is a CA (7.1.2.7.8)");
    demand(names.present(), certificate, "it has no alternative name (7.1.2.7.12)");
    demand(
        !names.critical() || certificate.subject().isEmpty(),
        certificate,
        "its alternative names are critical though its subject is not empty (7.1.2.7.12)");
  }

  private void demand(boolean fulfilled, Certificate certificate, String why) {
    if (!fulfilled) {
      failures.add(
          new PathFailure(
              PathFailure.CERTIFICATE_FORM_INVALID,
              certificate,
              "%s is no web server certificate: %s.".formatted(certificate, why)));
    }
  }
}
