package dev.ringfence.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that an update of a family has to take.
 *
 * @param from builds of at least this version need no step; null: not known
 * @param via the release that has to be installed in between
 */
public record UpgradeStep(
    String family,
    @Nullable FirmwareVersion from,
    @Nullable FirmwareVersion via,
    EvidenceLevel level,
    List<String> sources,
    @Nullable String note) {
  public UpgradeStep {
    sources = List.copyOf(sources);
  }
}
