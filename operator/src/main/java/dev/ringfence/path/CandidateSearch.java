package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.PublicKeyInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One depth-first search for {@link CandidatePaths}. */
final class CandidateSearch {
  private record NameAndKey(String subject, PublicKeyInfo key) {
    static NameAndKey of(Certificate certificate) {
      return new NameAndKey(certificate.subject().normalized(), certificate.publicKey());
    }
  }

  private static final Optional<List<Certificate>> NOBODY = Optional.of(List.of());

  private final CertificateGraph graph;
  private final Predicate<Certificate> usable;
  private final Predicate<Certificate> possibleAnchor;
  private final SearchBudget budget;

  private final List<Certificate> current = new ArrayList<>();
  private final Set<NameAndKey> onPath = new HashSet<>();
  private final List<CertificationPath> paths = new ArrayList<>();
  private final Set<Certificate> deadEnds = new HashSet<>();
  private final List<List<Certificate>> openPaths = new ArrayList<>();
  private boolean complete = true;

  CandidateSearch(
      CertificateGraph graph,
      Predicate<Certificate> usable,
      Predicate<Certificate> possibleAnchor,
      SearchBudget budget) {
    this.graph = graph;
    this.usable = usable;
    this.possibleAnchor = possibleAnchor;
    this.budget = budget;
  }

  CandidatePaths from(Certificate endEntity) {
    visit(endEntity);
    return new CandidatePaths(paths, complete, List.copyOf(deadEnds), openPaths);
  }

  private void visit(Certificate certificate) {
    if (!budget.takeNode()) {
      complete = false;
      return;
    }
    var key = NameAndKey.of(certificate);
    onPath.add(key);
    current.add(certificate);
    boolean anchor = possibleAnchor.test(certificate);
    if (anchor) {
      paths.add(new CertificationPath(current));
    }
    boolean goesOn = climb(certificate);
    if (!anchor && !goesOn && complete) {
      deadEnds.add(certificate);
      if (!certificate.selfIssued() && graph.issuersOf(certificate, budget).equals(NOBODY)) {
        openPaths.add(List.copyOf(current));
      }
    }
    current.remove(current.size() - 1);
    onPath.remove(key);
  }

  private boolean climb(Certificate certificate) {
    var issuers = graph.issuersOf(certificate, budget);
    if (issuers.isEmpty()) {
      complete = false;
      return false;
    }
    boolean goesOn = false;
    for (var issuer : issuers.get()) {
      boolean known = usable.test(issuer) || possibleAnchor.test(issuer);
      if (known && !onPath.contains(NameAndKey.of(issuer))) {
        goesOn = true;
        visit(issuer);
      }
      if (!complete) {
        return goesOn;
      }
    }
    return goesOn;
  }
}
