package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Every structurally possible path from an end entity to a trust anchor. Names and signatures
 * count; dates, capabilities and the fields of the certificates do not.
 *
 * @param paths sorted by length, then by the SHA-256 of their certificates
 * @param complete whether all were found before the budget ended
 * @param deadEnds certificates that a path reached and that have no further usable issuer, sorted
 *     by SHA-256; anchors are none. A self-issued one is a root that is not trusted, any other
 *     lacks an intermediate or an anchor
 * @param openPaths the certificates up to each dead end whose issuer nobody knows, end entity
 *     first: a store that is not known completely could still hold that issuer
 */
public record CandidatePaths(
    List<CertificationPath> paths,
    boolean complete,
    List<Certificate> deadEnds,
    List<List<Certificate>> openPaths) {

  static final Comparator<CertificationPath> ORDER =
      Comparator.comparingInt(CertificationPath::length)
          .thenComparing(path -> digests(path.certificates()));

  public CandidatePaths {
    paths = sorted(paths, ORDER);
    openPaths =
        sorted(
            openPaths.stream().<List<Certificate>>map(List::copyOf).toList(),
            Comparator.comparing(CandidatePaths::digests));
    deadEnds = sorted(deadEnds, Comparator.comparing(Certificate::sha256));
  }

  /** Mostly there is one or none, and no digest is needed. */
  private static <T> List<T> sorted(List<T> values, Comparator<? super T> order) {
    return values.size() < 2 ? List.copyOf(values) : values.stream().sorted(order).toList();
  }

  private static String digests(List<Certificate> certificates) {
    return certificates.stream().map(Certificate::sha256).collect(Collectors.joining());
  }

  /**
   * A path may end in an anchor and another one go on beyond it. A certificate of a name and key
   * that the path already has is not added again.
   *
   * @param usable certificates that may be on the way: those served and those the store holds
   * @param possibleAnchor a served root is none unless the store holds it
   */
  public static CandidatePaths search(
      CertificateGraph graph,
      Certificate endEntity,
      Collection<Certificate> usable,
      Predicate<Certificate> possibleAnchor,
      SearchBudget budget) {
    Set<Certificate> known = usable instanceof Set<Certificate> set ? set : new HashSet<>(usable);
    return new CandidateSearch(graph, known::contains, possibleAnchor, budget).from(endEntity);
  }
}
