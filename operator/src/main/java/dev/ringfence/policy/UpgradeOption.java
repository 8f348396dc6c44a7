package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareRelease;
import dev.ringfence.catalog.FirmwareVersion;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Phones of one family and build that fail, and the later releases with which they are judged to
 * work. They are upgraded together or not at all.
 *
 * @param members index of each group, with its releases, oldest first
 */
record UpgradeOption(
    String platform,
    String family,
    FirmwareVersion from,
    Map<Integer, List<FirmwareRelease>> members,
    long broken,
    long undetermined) {
  /** Most phones first. */
  static final Comparator<UpgradeOption> ORDER =
      Comparator.comparingLong((UpgradeOption option) -> -option.phones())
          .thenComparing(UpgradeOption::platform)
          .thenComparing(UpgradeOption::family)
          .thenComparing(UpgradeOption::from);

  UpgradeOption {
    members = Map.copyOf(members);
  }

  long phones() {
    return broken + undetermined;
  }

  /**
   * The fewest releases that serve all members of some options of one family, the oldest that
   * serves most first.
   */
  static Map<Integer, FirmwareRelease> releases(List<UpgradeOption> options) {
    Map<Integer, List<FirmwareRelease>> open = new TreeMap<>();
    options.forEach(option -> open.putAll(option.members()));
    Map<Integer, FirmwareRelease> chosen = new TreeMap<>();
    while (!open.isEmpty()) {
      FirmwareRelease best = widest(open);
      open.forEach(
          (member, releases) -> {
            if (releases.contains(best)) {
              chosen.put(member, best);
            }
          });
      open.keySet().removeAll(chosen.keySet());
    }
    return chosen;
  }

  private static FirmwareRelease widest(Map<Integer, List<FirmwareRelease>> open) {
    IdentityHashMap<FirmwareRelease, Integer> served = new IdentityHashMap<>();
    for (List<FirmwareRelease> releases : open.values()) {
      for (FirmwareRelease release : releases) {
        served.merge(release, 1, Integer::sum);
      }
    }
    return served.entrySet().stream()
        .max(
            Map.Entry.<FirmwareRelease, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(FirmwareRelease.ORDER.reversed())))
        .orElseThrow()
        .getKey();
  }
}
