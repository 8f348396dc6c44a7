package dev.ringfence.policy.rules;

import dev.ringfence.pki.BasicConstraints;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.ChainRule;
import dev.ringfence.policy.ChainSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.List;

/** The first certificate served is not the end entity. */
public final class ChainOrderInvalid implements ChainRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "ChainOrderInvalid",
        "The first certificate served is not the end entity.",
        List.of("RFC 8446 section 4.4.2", "RFC 5246 section 7.4.2"),
        Category.SERVING,
        Severity.ERROR,
        List.of(Affects.REGISTRATION, Affects.UPDATE));
  }

  @Override
  public boolean appliesTo(ChainSubject chain) {
    return chain.chain().certificates().size() > 1;
  }

  @Override
  public List<Observation> check(ChainSubject chain) {
    List<Certificate> served = chain.chain().certificates();
    Certificate first = served.get(0);
    for (int i = 1; i < served.size(); i++) {
      Certificate other = served.get(i);
      if (!other.equals(first) && !authority(other) && authority(first)) {
        return List.of(
            Observation.violated(
                "The end entity must be served first; the first certificate is the CA "
                    + first.displayName()
                    + " and the end entity "
                    + other.displayName()
                    + " stands at place "
                    + (i + 1)
                    + "."));
      }
    }
    return List.of();
  }

  private static boolean authority(Certificate certificate) {
    return certificate.basicConstraints().map(BasicConstraints::ca).orElse(false)
        || certificate.selfIssued();
  }
}
