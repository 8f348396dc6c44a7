package dev.ringfence.policy;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import java.util.Comparator;
import java.util.List;

/**
 * A group that fares differently after a change.
 *
 * @param settled rules whose Errors the change takes away, sorted
 * @param remaining rules whose Errors stand after it, sorted
 */
public record AdvisedGroup(
    String fleet,
    FleetGroup group,
    Outcome before,
    Outcome after,
    List<String> settled,
    List<String> remaining) {
  /** Most phones first, then by fleet and group. */
  static final Comparator<AdvisedGroup> ORDER =
      Comparator.comparingLong((AdvisedGroup advised) -> -advised.group().phones())
          .thenComparing(AdvisedGroup::fleet)
          .thenComparing(advised -> advised.group().name())
          .thenComparing(advised -> advised.group().model())
          .thenComparing(advised -> advised.group().firmware())
          .thenComparing(advised -> advised.group().site());

  public AdvisedGroup {
    settled = List.copyOf(settled);
    remaining = List.copyOf(remaining);
  }

  public boolean spare() {
    return group.kind() == GroupKind.SPARE;
  }

  static long phonesInUse(List<AdvisedGroup> groups) {
    return groups.stream()
        .filter(advised -> !advised.spare())
        .mapToLong(advised -> advised.group().phones())
        .sum();
  }

  static long phonesSpare(List<AdvisedGroup> groups) {
    return groups.stream()
        .filter(AdvisedGroup::spare)
        .mapToLong(advised -> advised.group().phones())
        .sum();
  }
}
