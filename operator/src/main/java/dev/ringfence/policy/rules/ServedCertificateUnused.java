package dev.ringfence.policy.rules;

import dev.ringfence.path.SearchBudget;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.ChainRule;
import dev.ringfence.policy.ChainSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A served certificate is a root, or leads nowhere from the end entity. */
public final class ServedCertificateUnused implements ChainRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "ServedCertificateUnused",
        "A served certificate is a root or does not belong to the chain.",
        List.of("RFC 8446 section 4.4.2"),
        Category.SERVING,
        Severity.NOTICE,
        List.of());
  }

  @Override
  public boolean appliesTo(ChainSubject chain) {
    return chain.chain().certificates().size() > 1;
  }

  @Override
  public List<Observation> check(ChainSubject chain) {
    Set<Certificate> reached = reached(chain);
    List<Observation> seen = new ArrayList<>();
    List<Certificate> served = chain.chain().certificates();
    for (int i = 1; i < served.size(); i++) {
      Certificate certificate = served.get(i);
      String place = "Certificate " + (i + 1) + ", " + certificate.displayName() + ", ";
      if (!reached.contains(certificate)) {
        seen.add(
            Observation.violated(
                place + "issued no other certificate on the way from the end entity."));
      } else if (selfSigned(certificate, chain)) {
        seen.add(
            Observation.violated(place + "is a root: serving it trusts nothing and costs bytes."));
      } else if (served.indexOf(certificate) != i) {
        seen.add(Observation.violated(place + "is served twice."));
      }
    }
    return seen;
  }

  /** A CA's new key certified with its old one is self-issued too, and may well be needed. */
  private static boolean selfSigned(Certificate certificate, ChainSubject chain) {
    return certificate.selfIssued()
        && chain
            .graph()
            .signature(certificate, certificate.publicKey(), SearchBudget.standard())
            .filter(SignatureVerifier.Result.VALID::equals)
            .isPresent();
  }

  private static Set<Certificate> reached(ChainSubject chain) {
    Set<Certificate> reached = new HashSet<>();
    Deque<Certificate> open = new ArrayDeque<>(List.of(chain.endEntity()));
    while (!open.isEmpty()) {
      Certificate next = open.poll();
      if (reached.add(next)) {
        open.addAll(chain.issuersOf(next));
      }
    }
    return reached;
  }
}
