package dev.ringfence.policy;

import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.path.CandidatePaths;
import dev.ringfence.path.CertificateGraph;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.pki.CertificateIndex;
import dev.ringfence.pki.StoredCertificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
  private final CertificateGraph graph;
  private final ChainSubject subject;
  private final Map<Search, CandidatePaths> searches = new HashMap<>();
  private final Map<Likeness, PossiblePaths> possible = new HashMap<>();

  /** What a search depends on. */
  private record Search(Set<Certificate> anchors, boolean throughAll) {}

  private Universe(CertificateChain chain, CertificateGraph graph) {
    this.chain = chain;
    this.graph = graph;
    this.subject = new ChainSubject(chain, graph);
  }

  static Universe of(Evaluation evaluation, CertificateChain chain, Workbench workbench) {
    List<Certificate> brought = new ArrayList<>(chain.certificates());
    CertificateChain current = evaluation.currentChain();
    if (current != null) {
      brought.addAll(current.certificates());
    }
    for (PhoneFleet fleet : evaluation.fleets()) {
      brought.addAll(fleet.provisionedTrust().activeDirectory());
      var service = fleet.provisionedTrust().certificateWebService();
      if (service != null) {
        brought.addAll(service.trustedCaCerts());
      }
    }
    CertificateIndex index =
        new CertificateIndex(brought.stream().map(StoredCertificate::of).toList());
    return new Universe(
        chain,
        CertificateGraph.reaching(
            chain.certificates(),
            issuer -> {
              List<Certificate> named = new ArrayList<>(index.named(issuer));
              named.addAll(workbench.catalogued(issuer));
              return named;
            },
            workbench.verifier()));
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
  PossiblePaths possiblePaths(GroupTrust trust) {
    Likeness likeness = Likeness.of(trust, relevant());
    PossiblePaths known = possible.get(likeness);
    if (known != null) {
      return known;
    }
    PossiblePaths found = new PossiblePaths(this, trust);
    if (found.complete()) {
      possible.put(likeness, found);
    }
    return found;
  }

  private Collection<Certificate> usable(Search search) {
    if (search.throughAll()) {
      return relevant();
    }
    Set<Certificate> usable = new HashSet<>(chain.certificates());
    usable.addAll(search.anchors());
    return usable;
  }

  /** Sorted by SHA-256. */
  List<Certificate> relevant() {
    return graph.certificates();
  }
}
