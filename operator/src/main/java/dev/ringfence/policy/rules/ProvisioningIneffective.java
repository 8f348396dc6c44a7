package dev.ringfence.policy.rules;

import dev.ringfence.catalog.Answer;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.GroupRule;
import dev.ringfence.policy.GroupSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.Reach;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.List;

/** Trust that this chain needs is pushed by a means that does not reach the group. */
public final class ProvisioningIneffective implements GroupRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "ProvisioningIneffective",
        "Trust is pushed by a means that does not reach these phones.",
        List.of(
            "Lync Server: InferCertChainFromSSL and TrustedCACerts of the web service configuration"),
        Category.TRUST,
        Severity.WARNING,
        List.of(Affects.REGISTRATION));
  }

  @Override
  public boolean appliesTo(GroupSubject group) {
    return group.known();
  }

  @Override
  public List<Observation> check(GroupSubject group) {
    List<Observation> seen = new ArrayList<>();
    for (Certificate pushed : group.chain().graph().certificates()) {
      List<Reach> pushes = group.trust().pushes(pushed);
      if (pushes.isEmpty() || group.trust().of(pushed).held().answer() == Answer.YES) {
        continue;
      }
      for (Reach means : pushes) {
        if (means.answer() != Answer.YES) {
          seen.add(
              new Observation(
                  means.answer() == Answer.NO ? FindingResult.VIOLATED : FindingResult.UNDETERMINED,
                  pushed.displayName()
                      + " is pushed, but does not reach these phones, which sign in with "
                      + group.phones().signIn().label()
                      + ": "
                      + means.why(),
                  means.statements(),
                  null));
        }
      }
    }
    return seen;
  }
}
