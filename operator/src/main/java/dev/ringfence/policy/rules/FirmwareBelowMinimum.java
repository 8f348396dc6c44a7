package dev.ringfence.policy.rules;

import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.GroupRule;
import dev.ringfence.policy.GroupSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.List;
import java.util.Objects;

/** The firmware is older than the policy's minimum of its platform. */
public final class FirmwareBelowMinimum implements GroupRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "FirmwareBelowMinimum",
        "The firmware is older than the minimum that the policy asks for on its platform.",
        List.of(
            "J. Schertz, Lync Phone Edition and Public Certificates, October 2014: CU11 (4.0.7577.4420) is the minimum"),
        Category.FLEET,
        Severity.WARNING,
        List.of(Affects.REGISTRATION));
  }

  @Override
  public boolean appliesTo(GroupSubject group) {
    return group.known()
        && group.platform() != null
        && group.evaluation().policy().minimumFirmware().containsKey(group.platform());
  }

  @Override
  public List<Observation> check(GroupSubject group) {
    FirmwareVersion minimum =
        Objects.requireNonNull(
            group
                .evaluation()
                .policy()
                .minimumFirmware()
                .get(Objects.requireNonNull(group.platform())));
    if (group.facts().version().compareTo(minimum) >= 0) {
      return List.of();
    }
    return List.of(
        Observation.violated(
            "The firmware is "
                + group.phones().firmware()
                + "; the policy asks for "
                + minimum
                + " or later."));
  }
}
