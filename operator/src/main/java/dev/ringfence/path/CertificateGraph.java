package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateIndex;
import dev.ringfence.pki.DistinguishedName;
import dev.ringfence.pki.PublicKeyInfo;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.pki.SignatureVerifier.Result;
import dev.ringfence.pki.StoredCertificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All certificates of one evaluation, whichever trust store or chain they come from, and who issued
 * whom. Issuers are looked up by name; the signature of a pair is verified when it is first asked
 * for and then remembered, so that any number of trust stores cost look-ups only.
 *
 * <p>Not for use by several threads at once.
 */
public final class CertificateGraph {
  private static final Comparator<Certificate> BY_SHA256 =
      Comparator.comparing(Certificate::sha256);

  private record Edge(Certificate child, PublicKeyInfo issuerKey) {}

  private final SignatureVerifier verifier;
  private final Set<Certificate> certificates;
  private @Nullable List<Certificate> sorted;
  private final CertificateIndex bySubject;
  private final Map<Edge, Result> signatures = new HashMap<>();
  private final Map<Certificate, List<Certificate>> issuers = new HashMap<>();

  public CertificateGraph(Collection<Certificate> certificates, SignatureVerifier verifier) {
    this.verifier = verifier;
    this.certificates = new HashSet<>(certificates);
    this.bySubject =
        new CertificateIndex(this.certificates.stream().map(StoredCertificate::of).toList());
  }

  /**
   * A graph of what can matter to the certificates served: they, and from them upwards whoever has
   * the name of an issuer.
   *
   * @param named all certificates with a subject, those of trust stores for example
   */
  public static CertificateGraph reaching(
      Collection<Certificate> served,
      Function<DistinguishedName, List<Certificate>> named,
      SignatureVerifier verifier) {
    var reached = new HashSet<Certificate>();
    var open = new ArrayDeque<>(served);
    while (!open.isEmpty()) {
      var next = open.remove();
      if (reached.add(next)) {
        open.addAll(named.apply(next.issuer()));
      }
    }
    return new CertificateGraph(reached, verifier);
  }

  /** Distinct, sorted by SHA-256. */
  public List<Certificate> certificates() {
    var known = sorted;
    if (known == null) {
      known = certificates.stream().sorted(BY_SHA256).toList();
      sorted = known;
    }
    return known;
  }

  /** The certificates whose subject matches (RFC 5280 7.1), sorted by SHA-256. */
  public List<Certificate> named(DistinguishedName subject) {
    var namesakes = bySubject.named(subject);
    return namesakes.size() < 2 ? namesakes : namesakes.stream().sorted(BY_SHA256).toList();
  }

  /**
   * The certificates that may have issued this one: the name matches and the signature is not
   * invalid. A signature that cannot be verified here keeps its issuer, because nothing is known of
   * it. Those whose key identifiers fit come first, then by SHA-256; the certificate itself is left
   * out.
   *
   * @return empty if the budget ended before all were looked at
   */
  public Optional<List<Certificate>> issuersOf(Certificate child, SearchBudget budget) {
    var known = issuers.get(child);
    if (known != null) {
      return Optional.of(known);
    }
    var found = new ArrayList<Certificate>();
    for (var issuer : named(child.issuer())) {
      if (issuer.equals(child)) {
        continue;
      }
      var signature = signature(child, issuer.publicKey(), budget);
      if (signature.isEmpty()) {
        return Optional.empty();
      }
      if (signature.get() != Result.INVALID) {
        found.add(issuer);
      }
    }
    found.sort(
        Comparator.comparing((Certificate issuer) -> !KeyIdentifiers.fit(child, issuer))
            .thenComparing(BY_SHA256));
    var result = List.copyOf(found);
    issuers.put(child, result);
    return Optional.of(result);
  }

  /** Whether the signature on a certificate was made with a key. Empty if the budget has ended. */
  public Optional<Result> signature(
      Certificate child, PublicKeyInfo issuerKey, SearchBudget budget) {
    var edge = new Edge(child, issuerKey);
    var known = signatures.get(edge);
    if (known != null) {
      return Optional.of(known);
    }
    if (!budget.takeSignature()) {
      return Optional.empty();
    }
    var result = verifier.verify(child, issuerKey);
    signatures.put(edge, result);
    return Optional.of(result);
  }
}
