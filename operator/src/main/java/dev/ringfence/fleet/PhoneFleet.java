package dev.ringfence.fleet;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Groups of phones and what is pushed to them. Groups are sorted by name, which is unique.
 *
 * @param observedAt the newest instant at which a phone was seen; absent: nothing tells
 */
public record PhoneFleet(
    String name,
    List<FleetGroup> groups,
    ProvisionedTrust provisionedTrust,
    List<ExcludedDevices> excluded,
    @Nullable Instant observedAt) {
  public PhoneFleet {
    Objects.requireNonNull(provisionedTrust);
    groups = groups.stream().sorted(Comparator.comparing(FleetGroup::name)).toList();
    excluded = excluded.stream().sorted(Comparator.comparing(ExcludedDevices::name)).toList();
    var names = new HashSet<String>();
    for (var group : groups) {
      if (!names.add(group.name())) {
        throw new IllegalArgumentException(
            "fleet %s has two groups named %s, expected one of each name"
                .formatted(name, group.name()));
      }
    }
  }

  /** Phones in use; spares are not counted. */
  public long phonesInUse() {
    return count(GroupKind.IN_USE);
  }

  public long spares() {
    return count(GroupKind.SPARE);
  }

  private long count(GroupKind kind) {
    return groups.stream()
        .filter(group -> group.kind() == kind)
        .mapToLong(FleetGroup::phones)
        .sum();
  }
}
