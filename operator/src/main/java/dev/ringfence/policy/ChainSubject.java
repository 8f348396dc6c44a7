package dev.ringfence.policy;

import dev.ringfence.path.CertificateGraph;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import java.util.List;

/** The chain as served, with every certificate that the evaluation knows. */
public record ChainSubject(CertificateChain chain, CertificateGraph graph) {
  /**
   * The certificates that signed this one, as far as they are known; none if there are too many.
   */
  public List<Certificate> issuersOf(Certificate child) {
    return graph.issuersOf(child, SearchBudget.standard()).orElse(List.of());
  }

  public Certificate endEntity() {
    return chain.endEntity();
  }
}
