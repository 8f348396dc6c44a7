package dev.ringfence.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What inventories list beside phones, such as a desktop client.
 *
 * @param userAgent the start of its user agent, taken literally; null if it is told by its model
 * @param model the whole text of the inventory's model field; null if it is told by its user agent
 */
public record NotPhone(
    String name,
    @Nullable String userAgent,
    @Nullable String model,
    EvidenceLevel level,
    List<String> sources) {
  public NotPhone {
    sources = List.copyOf(sources);
    if ((userAgent == null) == (model == null)) {
      throw new IllegalArgumentException(
          "\"%s\" is told by its user agent %s and its model %s, expected exactly one of them"
              .formatted(name, userAgent, model));
    }
  }
}
