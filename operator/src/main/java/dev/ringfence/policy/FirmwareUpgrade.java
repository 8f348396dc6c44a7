package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareVersion;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phones of one family and build that get one release.
 *
 * @param release its name in the catalog
 * @param via a release that has to be installed in between, null if no catalog asks for one
 * @param phones in use
 * @param groups names of the groups, sorted; spare ones too
 */
public record FirmwareUpgrade(
    String platform,
    String family,
    FirmwareVersion from,
    FirmwareVersion to,
    String release,
    @Nullable FirmwareVersion via,
    long phones,
    List<String> groups) {
  static final Comparator<FirmwareUpgrade> ORDER =
      Comparator.comparing(FirmwareUpgrade::platform)
          .thenComparing(FirmwareUpgrade::family)
          .thenComparing(FirmwareUpgrade::from)
          .thenComparing(FirmwareUpgrade::to);

  public FirmwareUpgrade {
    groups = List.copyOf(groups);
  }
}
