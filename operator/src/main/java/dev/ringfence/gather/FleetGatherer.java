package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.PhoneFleetSpec;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.ExcludedDevices;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.InventoryFormat;
import dev.ringfence.fleet.InventoryFormatException;
import dev.ringfence.fleet.InventoryReader;
import dev.ringfence.fleet.InventorySummary;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.RefusedRow;
import dev.ringfence.policy.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a fleet: the groups that it writes, those counted from its inventory, and what is pushed to
 * its phones.
 */
public final class FleetGatherer {
  /** Reason of the problem of a fleet that cannot be used as it is written. */
  public static final String INVALID = "FleetInvalid";

  /** Reason of the problem of an inventory that cannot be read at all. */
  public static final String INVENTORY_UNREADABLE = "InventoryUnreadable";

  /** Reason of the problem of an inventory with rows that could not be counted. */
  public static final String ROWS_REFUSED = "InventoryRowsRefused";

  private static final int MAX_ROWS_SHOWN = 5;

  /**
   * A fleet without any row refused, for an evaluation.
   *
   * @param inventory the content that {@code spec.inventory} refers to; absent: it refers to none
   * @throws UnresolvedInputException if anything of it cannot be read, or a row was refused: a
   *     fleet that is smaller than its inventory proves nothing
   */
  public PhoneFleet gather(
      dev.ringfence.api.v1alpha1.PhoneFleet resource,
      @Nullable Content inventory,
      FirmwareCatalogs catalogs) {
    return withoutRefusedRows(count(resource, inventory, catalogs));
  }

  /**
   * The same with refused rows left out, for a status that counts them.
   *
   * @throws UnresolvedInputException if anything else of it cannot be read
   */
  public GatheredFleet count(
      dev.ringfence.api.v1alpha1.PhoneFleet resource,
      @Nullable Content inventory,
      FirmwareCatalogs catalogs) {
    var name = resource.getMetadata().getName();
    var refusals = new Refusals("PhoneFleet " + name);
    var spec = resource.getSpec();
    if (spec == null) {
      refusals.add("spec", "is missing; expected groups or an inventory.");
      spec = new PhoneFleetSpec(List.of(), null, null);
    }
    var written = new WrittenGroups(refusals).read(spec.groups());
    var trust = new PushedCertificates(refusals).read(spec.provisionedTrust());
    var annotations = FleetAnnotations.of(resource, refusals);
    var format = format(spec, refusals);
    if (spec.inventory() != null && inventory == null) {
      refusals.add("spec.inventory", "its content is not at hand; expected the file itself.");
    }
    refusals.throwIfAny(INVALID);
    var summary =
        spec.inventory() == null || inventory == null
            ? null
            : summary(inventory, format, "PhoneFleet " + name + ", spec.inventory", catalogs);
    return fleet(name, written, trust, summary, annotations);
  }

  /**
   * A fleet that is nothing but an inventory, without any row refused.
   *
   * @param name of the fleet, such as the name of the file
   * @throws InventoryFormatException if it cannot be read as an inventory at all
   * @throws UnresolvedInputException if a row was refused
   */
  public PhoneFleet gather(
      InputStream inventory, InventoryFormat format, String name, FirmwareCatalogs catalogs)
      throws IOException {
    var summary = InventoryReader.read(inventory, format, name, catalogs);
    return withoutRefusedRows(
        fleet(name, List.of(), ProvisionedTrust.none(), summary, FleetAnnotations.NONE));
  }

  private static GatheredFleet fleet(
      String name,
      List<FleetGroup> written,
      ProvisionedTrust trust,
      @Nullable InventorySummary summary,
      FleetAnnotations annotations) {
    var counted = summary == null ? List.<FleetGroup>of() : summary.groups();
    var groups = Stream.concat(written.stream(), beside(written, counted)).toList();
    var excluded = summary == null ? List.<ExcludedDevices>of() : summary.excluded();
    var observed = newest(written, summary, annotations.observedAt());
    long refused = annotations.refusedRows() + (summary == null ? 0 : summary.refusedRows());
    return new GatheredFleet(
        new PhoneFleet(name, groups, trust, excluded, observed), summary, refused);
  }

  private static PhoneFleet withoutRefusedRows(GatheredFleet gathered) {
    if (gathered.refusedRows() == 0) {
      return gathered.fleet();
    }
    var summary = gathered.inventory();
    var shown =
        summary == null
            ? ""
            : summary.refused().stream()
                .limit(MAX_ROWS_SHOWN)
                .map(RefusedRow::sentence)
                .collect(Collectors.joining(" ", " ", ""));
    throw new UnresolvedInputException(
        new Problem(
            ROWS_REFUSED,
            "Rows of the inventory of %s that were refused: %d, so not all phones are counted;"
                    .formatted(gathered.fleet().name(), gathered.refusedRows())
                + " correct or remove them."
                + shown,
            true));
  }

  private static InventorySummary summary(
      Content inventory, InventoryFormat format, String source, FirmwareCatalogs catalogs) {
    try (var in = inventory.open()) {
      return InventoryReader.read(in, format, source, catalogs);
    } catch (InventoryFormatException e) {
      throw new UnresolvedInputException(
          new Problem(INVENTORY_UNREADABLE, Objects.requireNonNull(e.getMessage()), true));
    } catch (IOException e) {
      throw new UnresolvedInputException(
          new Problem(INVENTORY_UNREADABLE, "%s: cannot be read: %s.".formatted(source, e), false));
    }
  }

  private static InventoryFormat format(PhoneFleetSpec spec, Refusals refusals) {
    return refusals.word(
        "spec.inventory.format",
        spec.inventory() == null ? null : spec.inventory().format(),
        InventoryFormat.AUTO,
        InventoryFormat::label);
  }

  private static @Nullable Instant newest(
      List<FleetGroup> written, @Nullable InventorySummary summary, @Nullable Instant noted) {
    var newest = noted;
    if (summary != null) {
      newest = later(newest, summary.observedAt());
    }
    for (var group : written) {
      newest = later(newest, group.lastSeen());
    }
    return newest;
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  /** Names of counted groups are made up, so they give way to those that someone wrote. */
  private static Stream<FleetGroup> beside(List<FleetGroup> written, List<FleetGroup> counted) {
    var taken =
        Stream.concat(written.stream(), counted.stream())
            .map(FleetGroup::name)
            .collect(Collectors.toCollection(HashSet::new));
    var names = written.stream().map(FleetGroup::name).collect(Collectors.toSet());
    return counted.stream()
        .map(group -> names.contains(group.name()) ? renamed(group, taken) : group);
  }

  private static FleetGroup renamed(FleetGroup group, Set<String> taken) {
    var name = group.name() + " (inventory)";
    for (int copy = 2; !taken.add(name); copy++) {
      name = "%s (inventory %d)".formatted(group.name(), copy);
    }
    return group.named(name);
  }
}
