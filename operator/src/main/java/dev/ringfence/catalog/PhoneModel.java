package dev.ringfence.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model of phone.
 *
 * @param aliases spellings of vendors and inventories, compared without regard to case
 */
public record PhoneModel(
    String id,
    String family,
    @Nullable String manufacturer,
    List<String> aliases,
    @Nullable String use,
    EvidenceLevel level,
    List<String> sources,
    @Nullable String note) {
  public PhoneModel {
    aliases = List.copyOf(aliases);
    sources = List.copyOf(sources);
  }
}
