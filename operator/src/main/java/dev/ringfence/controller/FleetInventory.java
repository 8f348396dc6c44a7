package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.InventorySource;
import dev.ringfence.api.v1alpha1.KeyRef;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a fleet's inventory is. */
final class FleetInventory {
  private FleetInventory() {}

  /** Null if it has none. */
  static @Nullable KeyRef of(PhoneFleet fleet) {
    InventorySource inventory = fleet.getSpec() == null ? null : fleet.getSpec().inventory();
    return inventory == null ? null : inventory.configMapKeyRef();
  }

  static boolean isReadFrom(PhoneFleet fleet, String configMap) {
    KeyRef ref = of(fleet);
    return ref != null && ref.name().equals(configMap);
  }

  /** Annotations tell how the fleet was counted, so they matter beside the spec. */
  static boolean changed(PhoneFleet before, PhoneFleet after) {
    return RenewalWatches.specChanged(before, after)
        || !Objects.equals(
            before.getMetadata().getAnnotations(), after.getMetadata().getAnnotations());
  }
}
