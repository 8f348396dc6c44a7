package dev.ringfence.path;

import dev.ringfence.pki.ExtensionOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Critical extensions that nothing here acts on (RFC 5280 4.2, 6.1.4 o, 6.1.5 f). */
final class CriticalExtensionCheck {
  private static final Set<String> SUPPORTED =
      Set.of(
          ExtensionOid.KEY_USAGE,
          ExtensionOid.SUBJECT_ALTERNATIVE_NAME,
          ExtensionOid.BASIC_CONSTRAINTS,
          ExtensionOid.NAME_CONSTRAINTS,
          ExtensionOid.CERTIFICATE_POLICIES,
          ExtensionOid.POLICY_MAPPINGS,
          ExtensionOid.POLICY_CONSTRAINTS,
          ExtensionOid.EXTENDED_KEY_USAGE,
          ExtensionOid.INHIBIT_ANY_POLICY);

  private CriticalExtensionCheck() {}

  static List<PathFailure> of(
      CertificationPath path, CheckedCertificates checked, ExtensionReading reading) {
    var failures = new ArrayList<PathFailure>();
    for (var certificate : checked.of(path)) {
      for (var oid : certificate.criticalExtensionOids()) {
        boolean netscape =
            reading == ExtensionReading.OPENSSL && oid.equals(ExtensionOid.NETSCAPE_CERT_TYPE);
        if (!SUPPORTED.contains(oid) && !netscape) {
          failures.add(
              new PathFailure(
                  PathFailure.CRITICAL_EXTENSION_UNSUPPORTED,
                  certificate,
                  "%s has the critical extension %s, which is not understood."
                      .formatted(certificate, oid)));
        }
      }
    }
    return List.copyOf(failures);
  }
}
