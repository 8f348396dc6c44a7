package dev.ringfence.policy.rules;

import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.ChainRule;
import dev.ringfence.policy.ChainSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.List;

/** The end entity names no CRL distribution point, which the server side requires. */
public final class CrlDistributionPointMissing implements ChainRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "CrlDistributionPointMissing",
        "The end entity certificate names no CRL distribution point.",
        List.of(
            "Lync Server 2013: certificate infrastructure requirements",
            "RFC 5280 section 4.2.1.13"),
        Category.PATH,
        Severity.WARNING,
        List.of(Affects.REGISTRATION));
  }

  @Override
  public boolean appliesTo(ChainSubject chain) {
    return true;
  }

  @Override
  public List<Observation> check(ChainSubject chain) {
    return chain.endEntity().crlDistributionPoints()
        ? List.of()
        : List.of(
            Observation.violated(
                chain.endEntity().displayName()
                    + " has no CRL distribution point; the server side requires at least one."));
  }
}
