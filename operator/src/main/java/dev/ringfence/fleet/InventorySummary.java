package dev.ringfence.fleet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one or more inventories say, counted together.
 *
 * @param groups with unique names, sorted by them
 * @param rows that were read, refused ones included; headers and blank lines are not
 * @param refusedRows all of them; a fleet that lacks them is smaller than the inventory
 * @param refused the first of them
 * @param unknown sorted by name; the last one may add up those beyond a limit
 * @param observedAt the newest instant at which a phone was seen; absent: no row tells
 * @param notes full sentences: how each file was read, and what that leaves open
 */
public record InventorySummary(
    List<FleetGroup> groups,
    long rows,
    long refusedRows,
    List<RefusedRow> refused,
    List<UnknownDevices> unknown,
    List<ExcludedDevices> excluded,
    @Nullable Instant observedAt,
    List<String> notes) {
  /** How many refused rows are listed. */
  public static final int MAX_REFUSED_LISTED = 100;

  public InventorySummary {
    groups = List.copyOf(groups);
    refused = List.copyOf(refused);
    unknown = List.copyOf(unknown);
    excluded = List.copyOf(excluded);
    notes = List.copyOf(notes);
  }

  public long phones() {
    return groups.stream().mapToLong(FleetGroup::phones).sum();
  }
}
