package dev.ringfence.cases;

import dev.ringfence.path.CertificateGraph;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Certificates that cases name by their SHA-256, with one graph over all of them: whatever the
 * number of cases, each signature is verified once.
 */
public final class CertificatePool {
  private final Map<String, Certificate> bySha256 = new HashMap<>();
  private final CertificateGraph graph;

  public CertificatePool(Collection<Certificate> certificates, SignatureVerifier verifier) {
    certificates.forEach(certificate -> bySha256.put(certificate.sha256(), certificate));
    this.graph = new CertificateGraph(bySha256.values(), verifier);
  }

  /** Hexadecimal digits of either case. */
  public Optional<Certificate> find(String sha256) {
    Certificate found = bySha256.get(sha256);
    return Optional.ofNullable(
        found != null ? found : bySha256.get(sha256.toLowerCase(Locale.ROOT)));
  }

  public int size() {
    return bySha256.size();
  }

  public CertificateGraph graph() {
    return graph;
  }
}
