package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.path.CandidatePaths;
import dev.ringfence.path.CertificateGraph;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.pki.SignatureVerifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The certificates that can matter to a chain: those whose name is an issuer's name, from the end
 * entity upwards, among everything served, pushed, in force today or known to the catalogs. Every
 * signature between two of them is verified once, however many firmwares are judged.
 */
final class Universe {
  private final CertificateChain chain;
  private final List<Certificate> relevant;
  private final CertificateGraph graph;
  private final ChainSubject subject;
  private final Map<Search, CandidatePaths> searches = new HashMap<>();
  private final Map<Likeness, PossiblePaths> possible = new HashMap<>();

  /** What a search depends on. */
  private record Search(Set<Certificate> anchors, boolean throughAll) {}

  private Universe(CertificateChain chain, List<Certificate> relevant, SignatureVerifier verifier) {
    this.chain = chain;
    this.relevant = relevant;
    this.graph = new CertificateGraph(relevant, verifier);
    this.subject = new ChainSubject(chain, graph);
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
        open.addAll(bySubject.getOrDefault(next.issuer().normalized(), List.of()));
        open.addAll(workbench.catalogued(next.issuer()));
      }
    }
    return reached.values().stream().sorted(Comparator.comparing(Certificate::sha256)).toList();
  }

  CertificateChain chain() {
    return chain;
  }

  ChainSubject subject() {
    return subject;
  }

  CertificateGraph graph() {
    return graph;
  }

  /**
   * All paths from the end entity. Firmwares with the same possible anchors share a search, unless
   * its budget ended it: then the signatures that it has verified may let another one end.
   *
   * @param throughAll whether a path may use all that is known, not only what is served and held
   */
  CandidatePaths paths(Set<Certificate> anchors, boolean throughAll) {
    Search search = new Search(anchors, throughAll);
    CandidatePaths known = searches.get(search);
    if (known != null) {
      return known;
    }
    CandidatePaths found =
        CandidatePaths.search(
            graph, chain.endEntity(), usable(search), anchors::contains, SearchBudget.standard());
    if (found.complete()) {
      searches.put(search, found);
    }
    return found;
  }

  /** What all firmwares of one likeness share, worked out for the first of them. */
  PossiblePaths possiblePaths(FirmwareFacts facts, GroupTrust trust) {
    Likeness likeness = Likeness.of(facts, trust, relevant);
    PossiblePaths known = possible.get(likeness);
    if (known != null) {
      return known;
    }
    PossiblePaths found = new PossiblePaths(this, facts, trust);
    if (found.complete()) {
      possible.put(likeness, found);
    }
    return found;
  }

  private Collection<Certificate> usable(Search search) {
    if (search.throughAll()) {
      return relevant;
    }
    Set<Certificate> usable = new HashSet<>(chain.certificates());
    usable.addAll(search.anchors());
    return usable;
  }

  /** Sorted by SHA-256. */
  List<Certificate> relevant() {
    return relevant;
  }
}
