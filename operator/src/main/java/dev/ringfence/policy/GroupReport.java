package dev.ringfence.policy;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.path.BuiltPath;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the evaluation says of one fleet group.
 *
 * @param platform the platform the catalog identified, null if it knows none
 * @param family the model family, null if the model is unknown
 * @param breaksAt the first later second at which the group is Broken or Undetermined, null if it
 *     is Broken now or none is known before the chain ends
 * @param builtPaths the path each path-builder profile commits to
 */
public record GroupReport(
    String fleet,
    FleetGroup group,
    @Nullable String platform,
    @Nullable String family,
    Outcome outcome,
    @Nullable Instant breaksAt,
    List<BuiltPath> builtPaths,
    List<Finding> findings) {
  public GroupReport {
    builtPaths = List.copyOf(builtPaths);
    findings = List.copyOf(findings);
  }

  /** The phones that count: spare ones take part in advice only. */
  public long countedPhones() {
    return group.kind() == GroupKind.SPARE ? 0 : group.phones();
  }
}
