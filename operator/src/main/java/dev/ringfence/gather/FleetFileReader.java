package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.InventoryFormat;
import dev.ringfence.fleet.InventoryFormatException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads a file that is either a PhoneFleet manifest or an inventory. */
public final class FleetFileReader {
  private static final int HEAD = 1 << 16;
  private static final int MAX_MANIFEST = 16 * 1024 * 1024;
  private static final Pattern MANIFEST =
      Pattern.compile("(?m)\\A\\uFEFF?\\s*\\{|^(?:apiVersion|kind):");

  private final FleetGatherer gatherer = new FleetGatherer();

  /**
   * Reads one file; the stream stays open.
   *
   * @param format {@link InventoryFormat#AUTO} if it may be a manifest too
   * @param name of the file, in messages and as the name of a fleet that has no other
   * @throws InventoryFormatException if it is no manifest and cannot be read as an inventory
   * @throws UnresolvedInputException if a manifest is wrong, or a row of an inventory was refused
   */
  public dev.ringfence.fleet.PhoneFleet read(
      InputStream in, InventoryFormat format, String name, FirmwareCatalogs catalogs)
      throws IOException {
    var file = new BufferedInputStream(in, HEAD);
    file.mark(HEAD);
    var head = new String(file.readNBytes(HEAD), StandardCharsets.UTF_8);
    file.reset();
    if (format != InventoryFormat.AUTO || !MANIFEST.matcher(head).find()) {
      return gatherer.gather(file, format, name, catalogs);
    }
    var text = file.readNBytes(MAX_MANIFEST + 1);
    if (text.length > MAX_MANIFEST) {
      throw new UnresolvedInputException(
          new dev.ringfence.policy.Problem(
              ManifestReader.UNREADABLE,
              "%s: expected at most %d bytes of a manifest.".formatted(name, MAX_MANIFEST),
              true));
    }
    var manifest = new ManifestReader().readOne(text, name, PhoneFleet.class);
    var refers = manifest.getSpec() != null && manifest.getSpec().inventory() != null;
    return gatherer.gather(manifest, refers ? () -> outOfReach(name) : null, catalogs);
  }

  private static InputStream outOfReach(String name) {
    throw new UnresolvedInputException(
        new dev.ringfence.policy.Problem(
            FleetGatherer.INVENTORY_UNREADABLE,
            "%s: spec.inventory refers to a ConfigMap or Secret, which a file cannot reach; name the"
                    .formatted(name)
                + " file of the inventory instead.",
            false));
  }
}
