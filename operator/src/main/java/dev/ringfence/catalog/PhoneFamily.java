package dev.ringfence.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Models that run the same firmware.
 *
 * @param profiles names of the path builders that these phones may have; empty: unknown
 */
public record PhoneFamily(
    String name,
    List<String> profiles,
    EvidenceLevel level,
    List<String> sources,
    @Nullable String note) {
  public PhoneFamily {
    profiles = List.copyOf(profiles);
    sources = List.copyOf(sources);
  }
}
