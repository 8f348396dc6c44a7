package dev.ringfence.gather;

import dev.ringfence.fleet.InventorySummary;
import dev.ringfence.fleet.PhoneFleet;
import org.jspecify.annotations.Nullable;

/**
 * A fleet as far as it could be counted.
 *
 * @param inventory what its inventory came to; absent: it has none
 * @param refusedRows of all inventories that went into it
 */
public record GatheredFleet(
    PhoneFleet fleet, @Nullable InventorySummary inventory, long refusedRows) {}
