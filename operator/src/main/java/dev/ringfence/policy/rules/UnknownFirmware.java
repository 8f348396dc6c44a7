package dev.ringfence.policy.rules;

import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.GroupRule;
import dev.ringfence.policy.GroupSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.List;
import java.util.Objects;

/** The fleet names a model or firmware that the catalog does not know. Always undetermined. */
public final class UnknownFirmware implements GroupRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "UnknownFirmware",
        "The fleet names a model or a firmware that the catalog does not know.",
        List.of("Firmware catalog: identification of phones"),
        Category.FLEET,
        Severity.ERROR,
        List.of(Affects.REGISTRATION));
  }

  @Override
  public boolean appliesTo(GroupSubject group) {
    return group.unknown() != null;
  }

  @Override
  public List<Observation> check(GroupSubject group) {
    return List.of(
        new Observation(
            FindingResult.UNDETERMINED,
            Objects.requireNonNull(group.unknown()),
            List.of(),
            "Which model and firmware are these phones?"));
  }
}
