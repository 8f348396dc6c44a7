package dev.ringfence.policy;

import dev.ringfence.path.CertificateGraph;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.path.ServerNameMatch;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chain as served, with every certificate that the evaluation knows. */
public final class ChainSubject {
  private final CertificateChain chain;
  private final CertificateGraph graph;
  private final Map<String, Boolean> names = new HashMap<>();

  public ChainSubject(CertificateChain chain, CertificateGraph graph) {
    this.chain = chain;
    this.graph = graph;
  }

  public CertificateChain chain() {
    return chain;
  }

  public CertificateGraph graph() {
    return graph;
  }

  /**
   * The certificates that signed this one, as far as they are known; none if there are too many.
   */
  public List<Certificate> issuersOf(Certificate child) {
    return graph.issuersOf(child, SearchBudget.standard()).orElse(List.of());
  }

  public Certificate endEntity() {
    return chain.endEntity();
  }

  /** Whether the end entity is for a server of this name, looked up once for all groups. */
  public boolean isFor(String serverName) {
    return names.computeIfAbsent(
        serverName, name -> ServerNameMatch.matches(name, chain.endEntity()));
  }
}
