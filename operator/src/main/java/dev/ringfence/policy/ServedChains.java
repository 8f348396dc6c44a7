package dev.ringfence.policy;

import dev.ringfence.path.CandidatePaths;
import dev.ringfence.path.CertificateGraph;
import dev.ringfence.path.CertificationPath;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.pki.SignatureVerifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a server could send instead: bounded, in a fixed order, each chain once. Certificates can
 * only be added that the evaluation knows, and that issued something on the way up.
 */
final class ServedChains {
  private static final int MAX_ADDABLE = 8;
  private static final int MAX_PATHS = 12;

  private final List<Certificate> served;
  private final List<Certificate> ordered;
  private final CertificateGraph graph;
  private final SearchBudget budget = SearchBudget.standard();
  private final List<Certificate> known;
  private final List<Certificate> addable;
  private final Set<List<Certificate>> given = new LinkedHashSet<>();

  /**
   * @param known what may be added, sorted
   */
  ServedChains(CertificateChain chain, CertificateGraph graph, List<Certificate> known) {
    this.served = chain.certificates();
    this.graph = graph;
    this.known = known;
    this.ordered = ordered();
    this.addable = addable();
    given.add(served);
  }

  /** Each certificate once, in the order in which they certify each other (RFC 8446 4.4.2). */
  private List<Certificate> ordered() {
    List<Certificate> rest = new ArrayList<>(new LinkedHashSet<>(served));
    List<Certificate> order = new ArrayList<>(List.of(rest.remove(0)));
    while (!rest.isEmpty()) {
      Certificate last = order.get(order.size() - 1);
      Certificate next = rest.stream().filter(c -> issued(c, last)).findFirst().orElse(null);
      if (next == null) {
        order.addAll(rest);
        break;
      }
      rest.remove(next);
      order.add(next);
    }
    return List.copyOf(order);
  }

  /** Breadth first from the end entity; roots are left out, because serving them is no trust. */
  private List<Certificate> addable() {
    Set<Certificate> reached = new LinkedHashSet<>(List.of(served.get(0)));
    List<Certificate> found = new ArrayList<>();
    for (List<Certificate> level = List.copyOf(reached); !level.isEmpty(); ) {
      List<Certificate> next = new ArrayList<>();
      for (Certificate child : level) {
        graph.issuersOf(child, budget).orElse(List.of()).stream()
            .filter(reached::add)
            .forEach(next::add);
      }
      next.stream().filter(c -> !served.contains(c) && !root(c)).forEach(found::add);
      level = next;
    }
    return found.stream().limit(MAX_ADDABLE).toList();
  }

  /** In RFC order; exactly one path; one certificate less; one more. */
  List<ServedEdit> single() {
    Stream<List<Certificate>> changed =
        starts().flatMap(start -> Stream.concat(drops(start), additions(start)));
    return edits(Stream.concat(Stream.concat(Stream.of(ordered), paths()), changed));
  }

  /** One dropped for one added, then two added, then two dropped. */
  List<ServedEdit> pairs() {
    return edits(
        starts()
            .flatMap(
                start ->
                    Stream.of(
                            drops(start).flatMap(this::additions),
                            additions(start).flatMap(this::additions),
                            drops(start).flatMap(ServedChains::drops))
                        .flatMap(lists -> lists)));
  }

  private Stream<List<Certificate>> starts() {
    return Stream.of(served, ordered).distinct();
  }

  private Stream<List<Certificate>> paths() {
    CandidatePaths all =
        CandidatePaths.search(graph, served.get(0), known, this::root, SearchBudget.standard());
    return Stream.concat(
            all.paths().stream().map(CertificationPath::signed), all.openPaths().stream())
        .filter(path -> !path.isEmpty())
        .limit(MAX_PATHS);
  }

  private static Stream<List<Certificate>> drops(List<Certificate> start) {
    return IntStream.range(1, start.size())
        .mapToObj(
            i -> {
              List<Certificate> shorter = new ArrayList<>(start);
              shorter.remove(i);
              return shorter;
            });
  }

  /** Behind the last certificate that it issued, and at the end. */
  private Stream<List<Certificate>> additions(List<Certificate> start) {
    return addable.stream()
        .filter(certificate -> !start.contains(certificate))
        .flatMap(
            certificate ->
                Stream.of(behindChild(start, certificate), start.size())
                    .distinct()
                    .map(
                        place -> {
                          List<Certificate> longer = new ArrayList<>(start);
                          longer.add(place, certificate);
                          return longer;
                        }));
  }

  private int behindChild(List<Certificate> start, Certificate issuer) {
    return IntStream.range(0, start.size())
        .filter(i -> issued(issuer, start.get(i)))
        .map(i -> i + 1)
        .max()
        .orElse(start.size());
  }

  private List<ServedEdit> edits(Stream<List<Certificate>> chains) {
    return chains
        .<List<Certificate>>map(List::copyOf)
        .filter(given::add)
        .map(chain -> ServedEdit.between(served, chain))
        .toList();
  }

  /** How many neighbours of a chain do not certify each other: the fewer the tidier. */
  int gaps(Collection<Certificate> chain) {
    List<Certificate> certificates = List.copyOf(chain);
    return (int)
        IntStream.range(1, certificates.size())
            .filter(i -> !issued(certificates.get(i), certificates.get(i - 1)))
            .count();
  }

  private boolean issued(Certificate issuer, Certificate child) {
    return graph.issuersOf(child, budget).orElse(List.of()).contains(issuer);
  }

  private boolean root(Certificate certificate) {
    return certificate.selfIssued()
        && graph
            .signature(certificate, certificate.publicKey(), budget)
            .filter(signature -> signature == SignatureVerifier.Result.VALID)
            .isPresent();
  }
}
