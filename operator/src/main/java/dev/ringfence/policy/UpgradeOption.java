package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareRelease;
import dev.ringfence.catalog.FirmwareVersion;
import java.util.ArrayList;
import java.util.Comparator;
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

  UpgradeOption with(int member, List<FirmwareRelease> releases, Outcome outcome, long phones) {
    Map<Integer, List<FirmwareRelease>> more = new TreeMap<>(members);
    more.put(member, releases);
    return new UpgradeOption(
        platform,
        family,
        from,
        more,
        broken + (outcome == Outcome.BROKEN ? phones : 0),
        undetermined + (outcome == Outcome.UNDETERMINED ? phones : 0));
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
    List<FirmwareRelease> all = new ArrayList<>();
    open.values().forEach(all::addAll);
    return all.stream()
        .distinct()
        .sorted(FirmwareRelease.ORDER)
        .max(
            Comparator.comparingLong(
                (FirmwareRelease release) ->
                    open.values().stream().filter(list -> list.contains(release)).count()))
        .orElseThrow();
  }
}
