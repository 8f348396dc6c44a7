package dev.ringfence.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as it is written: certificates by their SHA-256, nothing looked up.
 *
 * @param store null exactly if the anchors are listed instead
 * @param anchors null exactly if a store is named instead
 * @param served as sent, with or without the target in the first place
 * @param at in seconds since 1970-01-01T00:00:00Z
 */
public record CaseLine(
    CaseId id,
    String profile,
    @Nullable String store,
    @Nullable List<String> anchors,
    List<String> served,
    String target,
    long at,
    @Nullable String serverName,
    @Nullable String purpose) {
  public CaseLine {
    anchors = anchors == null ? null : List.copyOf(anchors);
    served = List.copyOf(served);
    if ((store == null) == (anchors == null)) {
      throw new IllegalArgumentException(
          "a case names the store %s and anchors %s, expected exactly one of them"
              .formatted(store, anchors));
    }
  }
}
