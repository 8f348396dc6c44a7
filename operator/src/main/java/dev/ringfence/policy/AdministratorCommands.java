package dev.ringfence.policy;

import dev.ringfence.pki.Certificate;
import java.util.List;
import java.util.Locale;

/** What an administrator types; docs/advice.md says where each command is documented. */
final class AdministratorCommands {
  private AdministratorCommands() {}

  /** In an elevated prompt, with rights to the directory's configuration. */
  static List<String> publish(Certificate root) {
    return List.of("certutil -f -dspublish " + file(root) + " RootCA");
  }

  /**
   * In the management shell of the server.
   *
   * @param infers whether InferCertChainFromSSL is on, or may be
   */
  static List<String> handOut(Certificate root, boolean infers) {
    return List.of(
        "$root = New-CsWebTrustedCACertificate -Thumbprint \""
            + root.sha1().toUpperCase(Locale.ROOT)
            + "\" -CAStore TrustedRootCA",
        "Set-CsWebServiceConfiguration -Identity Global -TrustedCACerts @{Add=$root}"
            + (infers ? " -InferCertChainFromSSL $false" : ""));
  }

  /** On the Windows certification authority that signs. */
  static List<String> signWithoutPss() {
    return List.of(
        "certutil -setreg CA\\CSP\\AlternateSignatureAlgorithm 0", "Restart-Service CertSvc");
  }

  /** A file name that no shell reads anything into. */
  private static String file(Certificate certificate) {
    String name =
        certificate.displayName().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return (name.isEmpty() ? "root" : name) + "-" + certificate.sha256().substring(0, 8) + ".cer";
  }
}
