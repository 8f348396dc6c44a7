package dev.ringfence.path;

import dev.ringfence.pki.ExtensionOid;
import java.util.ArrayList;
import java.util.List;

/** Critical extensions that nothing here acts on (RFC 5280 4.2, 6.1.4 o, 6.1.5 f). */
final class CriticalExtensionCheck {
  private CriticalExtensionCheck() {}

  static List<PathFailure> of(
      CertificationPath path, CheckedCertificates checked, ExtensionReading reading) {
    var failures = new ArrayList<PathFailure>(0);
    for (var certificate : checked.of(path)) {
      for (var oid : certificate.criticalExtensionOids()) {
        if (!reading.understood().contains(oid)) {
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

  /** Proxy certificates, by those who know them and refuse them. */
  static List<PathFailure> proxies(CertificationPath path, CheckedCertificates checked) {
    return checked.of(path).stream()
        .filter(
            certificate ->
                certificate.extensionOids().contains(ExtensionOid.PROXY_CERTIFICATE_INFORMATION))
        .map(
            certificate ->
                new PathFailure(
                    PathFailure.PROXY_CERTIFICATE,
                    certificate,
                    "%s is a proxy certificate, which is not allowed.".formatted(certificate)))
        .toList();
  }

  /** Whoever issued the certificate meant something that cannot be read. */
  static List<PathFailure> undecodable(CertificationPath path) {
    var failures = new ArrayList<PathFailure>(0);
    for (var certificate : path.certificates()) {
      if (!certificate.undecodableExtensionOids().isEmpty()) {
        failures.add(
            new PathFailure(
                PathFailure.EXTENSION_UNDECODABLE,
                certificate,
                "%s has extensions that cannot be decoded: %s."
                    .formatted(certificate, certificate.undecodableExtensionOids())));
      }
    }
    return List.copyOf(failures);
  }
}
