package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.ArrayList;
import java.util.List;

/** Whether a validator knows the algorithms of a path, and takes them for strong enough. */
final class AlgorithmCheck {
  private AlgorithmCheck() {}

  /** Keys that sign and the signatures they made, from the anchor down. */
  static List<PathFailure> unknown(CertificationPath path, AlgorithmSupport support) {
    var failures = new ArrayList<PathFailure>(0);
    for (int i = path.length() - 2; i >= 0; i--) {
      var certificate = path.certificates().get(i);
      var issuer = path.certificates().get(i + 1);
      if (!support.knows(issuer.publicKey())) {
        failures.add(unknownKey(certificate, issuer));
      } else if (!support.knows(certificate.signatureAlgorithm())) {
        failures.add(
            new PathFailure(
                PathFailure.SIGNATURE_ALGORITHM_UNSUPPORTED,
                certificate,
                "%s is signed with %s, which is not supported."
                    .formatted(certificate, certificate.signatureAlgorithm())));
      }
    }
    return List.copyOf(failures);
  }

  private static PathFailure unknownKey(Certificate certificate, Certificate issuer) {
    return new PathFailure(
        PathFailure.PUBLIC_KEY_UNSUPPORTED,
        certificate,
        "%s is signed by %s, whose key %s is not supported."
            .formatted(certificate, issuer, issuer.publicKey().name()));
  }

  /** Keys of any certificate, the end entity included. */
  static List<PathFailure> unknownKeys(CertificationPath path, AlgorithmSupport support) {
    return support.everyKey()
        ? path.certificates().stream()
            .filter(certificate -> !support.knows(certificate.publicKey()))
            .map(
                certificate ->
                    new PathFailure(
                        PathFailure.PUBLIC_KEY_UNSUPPORTED,
                        certificate,
                        "%s has the key %s, which is not supported."
                            .formatted(certificate, certificate.publicKey().name())))
            .toList()
        : List.of();
  }

  /** From the end entity on; nobody relies on the signature that an anchor made on itself. */
  static List<PathFailure> weak(CertificationPath path, AlgorithmSupport support) {
    var failures = new ArrayList<PathFailure>(0);
    for (var certificate : path.certificates()) {
      if (!support.strongEnough(certificate.publicKey())) {
        failures.add(weak(certificate, "key " + certificate.publicKey().name(), support));
      }
      boolean anchor = certificate.equals(path.anchor());
      if (!anchor && !support.strongEnough(certificate.signatureAlgorithm())) {
        failures.add(weak(certificate, "signature " + certificate.signatureAlgorithm(), support));
      }
    }
    return List.copyOf(failures);
  }

  private static PathFailure weak(Certificate certificate, String what, AlgorithmSupport support) {
    return new PathFailure(
        PathFailure.ALGORITHM_TOO_WEAK,
        certificate,
        "The %s of %s is weaker than %d bits of security."
            .formatted(what, certificate, support.minimumStrength()));
  }
}
