package dev.ringfence.policy.rules;

import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.GroupRule;
import dev.ringfence.policy.GroupSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The phones of the group were last seen more than 90 days ago. */
public final class InventoryStale implements GroupRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "InventoryStale",
        "The phones of the group were last seen more than 90 days ago.",
        List.of("Inventory practice: a report misses phones that did not log on in its period"),
        Category.FLEET,
        Severity.WARNING,
        List.of(Affects.REGISTRATION));
  }

  @Override
  public boolean appliesTo(GroupSubject group) {
    return group.phones().lastSeen() != null;
  }

  @Override
  public List<Observation> check(GroupSubject group) {
    Instant lastSeen = Objects.requireNonNull(group.phones().lastSeen());
    long days = Duration.between(lastSeen, group.at()).toDays();
    boolean stale = group.at().isAfter(lastSeen.plus(FRESH));
    return stale
        ? List.of(
            Observation.violated(
                "The phones were last seen at "
                    + lastSeen
                    + ", "
                    + days
                    + " days before the instant judged; expected at most 90."))
        : List.of();
  }

  /** How long an inventory counts as fresh. */
  public static final Duration FRESH = Duration.ofDays(90);
}
