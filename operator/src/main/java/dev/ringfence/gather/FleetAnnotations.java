package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.PhoneFleet;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a summarized fleet carries of its inventories beside its groups.
 *
 * @param refusedRows rows that could not be counted; such a fleet is not used before someone has
 *     looked after them and removed the annotation
 * @param observedAt when a phone was last seen
 */
record FleetAnnotations(long refusedRows, @Nullable Instant observedAt) {
  static final String REFUSED_ROWS = "ringfence.dev/refused-rows";
  static final String OBSERVED_AT = "ringfence.dev/observed-at";
  static final FleetAnnotations NONE = new FleetAnnotations(0, null);
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");

  static FleetAnnotations of(PhoneFleet fleet, Refusals refusals) {
    var annotations = fleet.getMetadata().getAnnotations();
    if (annotations == null) {
      return NONE;
    }
    return new FleetAnnotations(
        count(annotations.get(REFUSED_ROWS), refusals),
        instant(annotations.get(OBSERVED_AT), refusals));
  }

  private static long count(@Nullable String value, Refusals refusals) {
    if (value == null) {
      return 0;
    }
    if (COUNT.matcher(value).matches()) {
      return Long.parseLong(value);
    }
    refusals.add(
        "metadata.annotations." + REFUSED_ROWS,
        "expected a whole number, found \"%s\".".formatted(value));
    return 0;
  }

  private static @Nullable Instant instant(@Nullable String value, Refusals refusals) {
    if (value == null) {
      return null;
    }
    try {
      return Instant.parse(value);
    } catch (DateTimeException e) {
      refusals.add(
          "metadata.annotations." + OBSERVED_AT,
          "expected an instant with a zone such as 2026-11-05T00:00:00Z, found \"%s\"."
              .formatted(value));
      return null;
    }
  }
}
