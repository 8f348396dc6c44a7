package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.KeyPurpose;
import dev.ringfence.pki.KeyUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether the certificates of a path may be used for a TLS server. RFC 5280 4.2.1.12 speaks of the
 * end entity; that a CA's extended key usage binds what it issues is common practice.
 */
final class ServerPurposeCheck {
  private static final Set<String> RFC5280 = Set.of(KeyPurpose.SERVER_AUTH, KeyPurpose.ANY);
  private static final Set<String> OPENSSL =
      Set.of(
          KeyPurpose.SERVER_AUTH,
          KeyPurpose.NETSCAPE_SERVER_GATED_CRYPTO,
          KeyPurpose.MICROSOFT_SERVER_GATED_CRYPTO);

  private ServerPurposeCheck() {}

  static List<PathFailure> of(
      CertificationPath path, CheckedCertificates checked, ExtensionReading reading) {
    boolean openSsl = reading == ExtensionReading.OPENSSL;
    var failures = new ArrayList<PathFailure>();
    for (var certificate : checked.of(path)) {
      var purposes = certificate.extendedKeyUsage();
      if (purposes.isPresent()
          && purposes.get().stream().noneMatch((openSsl ? OPENSSL : RFC5280)::contains)) {
        failures.add(
            failure(
                certificate,
                "has the purposes %s, expected %s"
                    .formatted(purposes.get(), KeyPurpose.SERVER_AUTH)));
      } else if (openSsl && certificate.equals(path.endEntity()) && !openSslUsage(certificate)) {
        failures.add(
            failure(
                certificate,
                "has a key usage or Netscape type that allows neither signatures nor encryption for"
                    + " a server"));
      }
    }
    return List.copyOf(failures);
  }

  private static boolean openSslUsage(Certificate certificate) {
    boolean usage =
        certificate
            .keyUsage()
            .map(
                found ->
                    found.allows(KeyUsage.Use.DIGITAL_SIGNATURE)
                        || found.allows(KeyUsage.Use.KEY_ENCIPHERMENT))
            .orElse(true);
    return usage && certificate.netscapeCertType().map(type -> type.sslServer()).orElse(true);
  }

  private static PathFailure failure(Certificate certificate, String what) {
    return new PathFailure(
        PathFailure.SERVER_AUTHENTICATION_MISSING,
        certificate,
        "%s %s.".formatted(certificate, what));
  }
}
