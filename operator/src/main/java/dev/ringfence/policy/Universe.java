package dev.ringfence.policy;

import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.path.CertificateGraph;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.pki.SignatureVerifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The certificates that can matter to a chain: those whose name is an issuer's name, from the end
 * entity upwards, among everything served, pushed, in force today or known to the catalogs. Every
 * signature between two of them is verified once, however many firmwares are judged.
 */
final class Universe {
  private final CertificateChain chain;
  private final List<Certificate> relevant;
  private final CertificateGraph graph;

  private Universe(CertificateChain chain, List<Certificate> relevant, SignatureVerifier verifier) {
    this.chain = chain;
    this.relevant = relevant;
    this.graph = new CertificateGraph(relevant, verifier);
  }

  static Universe of(Evaluation evaluation, CertificateChain chain, Workbench workbench) {
    Map<String, List<Certificate>> bySubject = new LinkedHashMap<>();
    add(bySubject, chain.certificates());
    CertificateChain current = evaluation.currentChain();
    if (current != null) {
      add(bySubject, current.certificates());
    }
    for (PhoneFleet fleet : evaluation.fleets()) {
      add(bySubject, fleet.provisionedTrust().activeDirectory());
      var service = fleet.provisionedTrust().certificateWebService();
      if (service != null) {
        add(bySubject, service.trustedCaCerts());
      }
    }
    return new Universe(chain, closure(chain, bySubject, workbench), workbench.verifier());
  }

  private static void add(Map<String, List<Certificate>> bySubject, Collection<Certificate> more) {
    for (Certificate certificate : more) {
      bySubject
          .computeIfAbsent(certificate.subject().normalized(), name -> new ArrayList<>())
          .add(certificate);
    }
  }

  private static List<Certificate> closure(
      CertificateChain chain, Map<String, List<Certificate>> bySubject, Workbench workbench) {
    Map<String, Certificate> reached = new LinkedHashMap<>();
    Deque<Certificate> open = new ArrayDeque<>(chain.certificates());
    while (!open.isEmpty()) {
      Certificate next = open.poll();
      if (reached.putIfAbsent(next.sha256(), next) == null) {
        String issuer = next.issuer().normalized();
        open.addAll(bySubject.getOrDefault(issuer, List.of()));
        open.addAll(workbench.catalogued(issuer));
      }
    }
    return reached.values().stream().sorted(Comparator.comparing(Certificate::sha256)).toList();
  }

  CertificateChain chain() {
    return chain;
  }

  ChainSubject subject() {
    return new ChainSubject(chain, graph);
  }

  CertificateGraph graph() {
    return graph;
  }

  /** Sorted by SHA-256. */
  List<Certificate> relevant() {
    return relevant;
  }
}
