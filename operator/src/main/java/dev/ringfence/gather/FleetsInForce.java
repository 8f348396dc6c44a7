package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.InventorySource;
import dev.ringfence.api.v1alpha1.KeyRef;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fleets with their inventories. Those read last are kept, so that renewals of one fleet share its
 * groups and an inventory is counted once.
 */
final class FleetsInForce {
  private static final int MAX_KEPT = 256;
  private static final int BUFFER = 65_536;

  private final Resources resources;
  private final FleetGatherer gatherer = new FleetGatherer();
  private final RecentValues<String, Kept> kept = new RecentValues<>(MAX_KEPT, fleet -> 1);

  FleetsInForce(Resources resources) {
    this.resources = resources;
  }

  /**
   * @throws UnresolvedInputException if its inventory is missing or unreadable, or it is invalid
   */
  Read read(PhoneFleet fleet, CatalogsInForce.Merged catalogs) {
    Content inventory = inventory(fleet);
    String digest = digest(fleet, inventory);
    String key = fleet.getMetadata().getNamespace() + "/" + fleet.getMetadata().getName();
    Kept before = kept.get(key);
    if (before != null && before.isOf(catalogs, digest)) {
      return new Read(before.fleet(), Gatherer.digest("PhoneFleet", fleet, digest));
    }
    dev.ringfence.fleet.PhoneFleet read = gatherer.gather(fleet, inventory, catalogs.catalogs());
    kept.put(key, new Kept(catalogs, digest, read));
    return new Read(read, Gatherer.digest("PhoneFleet", fleet, digest));
  }

  private @Nullable Content inventory(PhoneFleet fleet) {
    InventorySource inventory = fleet.getSpec() == null ? null : fleet.getSpec().inventory();
    if (inventory == null || inventory.configMapKeyRef() == null) {
      return null;
    }
    KeyRef ref = inventory.configMapKeyRef();
    String namespace = fleet.getMetadata().getNamespace();
    return resources.configMapValue(namespace == null ? "" : namespace, ref.name(), ref.key());
  }

  private static String digest(PhoneFleet fleet, @Nullable Content inventory) {
    MessageDigest digest = SpecDigest.start(fleet.getSpec());
    Map<String, String> annotations = fleet.getMetadata().getAnnotations();
    for (String name : List.of(FleetAnnotations.REFUSED_ROWS, FleetAnnotations.OBSERVED_AT)) {
      String value = annotations == null ? null : annotations.get(name);
      if (value != null) {
        digest.update((name + "=" + value).getBytes(StandardCharsets.UTF_8));
      }
    }
    if (inventory != null) {
      try (InputStream in = inventory.open()) {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          digest.update(buffer, 0, n);
        }
      } catch (IOException e) {
        throw new UnresolvedInputException(
            new Problem(
                "InventoryUnreadable",
                "The inventory of the fleet %s could not be read: %s."
                    .formatted(fleet.getMetadata().getName(), e.getMessage()),
                false));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  record Read(dev.ringfence.fleet.PhoneFleet fleet, InputDigest input) {}

  private record Kept(
      CatalogsInForce.Merged catalogs, String digest, dev.ringfence.fleet.PhoneFleet fleet) {
    /** Catalogs that were merged once are one object; comparing their content would be slow. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(CatalogsInForce.Merged others, String sha256) {
      return catalogs == others && digest.equals(sha256);
    }
  }
}
