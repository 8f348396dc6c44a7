package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.PhoneFleetStatus;
import dev.ringfence.fleet.ExcludedDevices;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.gather.FleetGatherer;
import dev.ringfence.gather.GatheredFleet;
import dev.ringfence.metrics.FleetSample;
import dev.ringfence.metrics.PhoneKind;
import dev.ringfence.policy.Problem;
import java.util.HashMap;
import java.util.Map;

/** From what was counted to a fleet's status and its metrics. */
final class FleetStatusFactory {
  private FleetStatusFactory() {}

  static PhoneFleetStatus counted(
      GatheredFleet gathered, ConditionList conditions, long generation) {
    PhoneFleet fleet = gathered.fleet();
    long notPhones = fleet.excluded().stream().mapToLong(ExcludedDevices::count).sum();
    conditions.isTrue(
        ConditionType.RESOLVED_REFS, Reason.RESOLVED, "Every input was found and read.");
    String counted =
        "%s in %d groups were counted."
            .formatted(Texts.phones(fleet.phonesInUse()), fleet.groups().size());
    if (gathered.refusedRows() == 0) {
      conditions.isTrue(ConditionType.READY, Reason.COUNTED, counted);
    } else {
      String message =
          "%s %d rows of the inventory were refused, so not all of its phones are; correct or remove"
                  .formatted(counted, gathered.refusedRows())
              + " them, since no renewal is judged by a part of a fleet.";
      conditions
          .isFalse(ConditionType.READY, FleetGatherer.ROWS_REFUSED, message)
          .isTrue(ConditionType.STALLED, FleetGatherer.ROWS_REFUSED, message);
    }
    return new PhoneFleetStatus(
        generation,
        fleet.phonesInUse(),
        fleet.spares(),
        (long) fleet.groups().size(),
        notPhones,
        gathered.refusedRows(),
        fleet.observedAt() == null ? null : fleet.observedAt().toString(),
        conditions.toList());
  }

  static PhoneFleetStatus unresolved(Problem problem, ConditionList conditions, long generation) {
    conditions
        .isFalse(ConditionType.RESOLVED_REFS, problem.reason(), problem.message())
        .isFalse(ConditionType.READY, problem.reason(), problem.message());
    if (problem.onlyAnEditHeals()) {
      conditions.isTrue(ConditionType.STALLED, problem.reason(), problem.message());
    } else {
      conditions.isTrue(ConditionType.RECONCILING, problem.reason(), problem.message());
    }
    return new PhoneFleetStatus(
        generation, null, null, null, null, null, null, conditions.toList());
  }

  static FleetSample sample(String namespace, PhoneFleet fleet) {
    Map<PhoneKind, Long> phones = new HashMap<>();
    for (FleetGroup group : fleet.groups()) {
      if (group.kind() == GroupKind.IN_USE) {
        PhoneKind kind =
            new PhoneKind(
                group.platform() == null ? "" : group.platform(), group.model(), group.firmware());
        phones.merge(kind, group.phones(), Long::sum);
      }
    }
    return new FleetSample(namespace, fleet.name(), phones, fleet.observedAt());
  }
}
