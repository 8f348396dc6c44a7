package dev.ringfence.policy.rules;

import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.GroupRule;
import dev.ringfence.policy.GroupSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.List;

/** No path works, so the update that would heal these phones cannot be fetched over TLS. */
public final class BootstrapDeadlock implements GroupRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "BootstrapDeadlock",
        "No path works, so the firmware update that would heal these phones cannot be fetched over TLS.",
        List.of(
            "J. Schertz, Lync Phone Edition and Public Certificates, October 2014: the device update service needs TLS"),
        Category.FLEET,
        Severity.NOTICE,
        List.of(Affects.UPDATE));
  }

  @Override
  public boolean appliesTo(GroupSubject group) {
    return group.known() && group.assessment().hopeless();
  }

  @Override
  public List<Observation> check(GroupSubject group) {
    return List.of(
        Observation.violated(
            group.trust().phone()
                + " finds no path that works, so it cannot fetch a firmware update over TLS either;"
                + " update these phones, or push the trust they need, before the chain is put in force."));
  }
}
