package dev.ringfence.policy;

import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.catalog.FirmwareVersion;
import java.util.Map;
import java.util.Set;

/**
 * What an organisation accepts.
 *
 * @param minimumFirmware platform id to the oldest firmware that raises no warning
 * @param severities rule id to a severity that replaces the rule's own
 * @param protectedGroups group names of which not one phone may break
 */
public record Policy(
    Mode mode,
    Undetermined undetermined,
    EvidenceLevel minimumEvidence,
    Map<String, FirmwareVersion> minimumFirmware,
    Map<String, Severity> severities,
    Budgets budgets,
    Set<String> protectedGroups,
    int approvalsRequired,
    boolean fourEyes) {
  public Policy {
    minimumFirmware = Map.copyOf(minimumFirmware);
    severities = Map.copyOf(severities);
    protectedGroups = Set.copyOf(protectedGroups);
    if (approvalsRequired < 1) {
      throw new IllegalArgumentException(
          "Expected at least 1 required approval, found " + approvalsRequired);
    }
  }

  /** The policy in force where none is named. */
  public static Policy defaults() {
    return new Policy(
        Mode.ENFORCE,
        Undetermined.BLOCK,
        EvidenceLevel.INFERRED,
        Map.of("lync-phone-edition", new FirmwareVersion(4, 0, 7577, 4420)),
        Map.of(),
        Budgets.NONE,
        Set.of(),
        1,
        false);
  }
}
