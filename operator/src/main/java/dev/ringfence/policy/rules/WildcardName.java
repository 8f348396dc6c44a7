package dev.ringfence.policy.rules;

import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.ChainRule;
import dev.ringfence.policy.ChainSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.List;

/** The certificate has a wildcard name, which the server side allows for few uses only. */
public final class WildcardName implements ChainRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "WildcardName",
        "The end entity certificate has a wildcard name.",
        List.of("Lync Server 2013: wildcard certificate support"),
        Category.NAME,
        Severity.WARNING,
        List.of(Affects.REGISTRATION));
  }

  @Override
  public boolean appliesTo(ChainSubject chain) {
    return true;
  }

  @Override
  public List<Observation> check(ChainSubject chain) {
    List<Observation> seen = new ArrayList<>();
    for (String name : chain.endEntity().commonNames()) {
      if (name.startsWith("*.")) {
        seen.add(
            Observation.violated(
                "The common name is "
                    + name
                    + "; expected the name of the pool, a wildcard is not supported there."));
      }
    }
    for (String name : chain.endEntity().subjectAlternativeNames().dnsNames()) {
      if (name.startsWith("*.")) {
        seen.add(
            Observation.violated(
                "The subject alternative names hold "
                    + name
                    + "; wildcards are supported for simple URLs only, desk phones are to be tested."));
      }
    }
    return seen;
  }
}
