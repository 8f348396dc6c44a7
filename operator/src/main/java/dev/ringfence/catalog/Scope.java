package dev.ringfence.catalog;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Which phones of its catalog's platform a statement speaks of; null is no limit.
 *
 * @param from the first release, included
 * @param to the last release, included
 */
public record Scope(
    @Nullable String family,
    @Nullable String model,
    @Nullable FirmwareVersion from,
    @Nullable FirmwareVersion to) {
  /** Every phone of the platform. */
  public static final Scope ALL = new Scope(null, null, null, null);

  public Scope {
    if (from != null && to != null && from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "a scope starts at %s and ends at %s, expected an end that is not below the start"
              .formatted(from, to));
    }
  }

  static Scope of(ReleaseVersion version) {
    return new Scope(null, null, version.first(), version.last());
  }

  /** Whether it covers a build of a model; a scope with a model never covers an unknown model. */
  public boolean covers(String family, @Nullable String model, FirmwareVersion version) {
    return (this.family == null || this.family.equals(family))
        && (this.model == null || this.model.equals(model))
        && covers(version);
  }

  /** Whether it covers a build of some family and model. */
  public boolean covers(FirmwareVersion version) {
    return (from == null || from.compareTo(version) <= 0)
        && (to == null || to.compareTo(version) >= 0);
  }

  /** Whether it names exactly this model and this release, and nothing else. */
  boolean isExactly(@Nullable String model, ReleaseVersion release) {
    return model != null
        && model.equals(this.model)
        && release.first().equals(from)
        && release.last().equals(to);
  }

  /** For example {@code family aries, from 4.0.7577.4420}. */
  public String describe() {
    var parts = new ArrayList<String>();
    if (family != null) {
      parts.add("family " + family);
    }
    if (model != null) {
      parts.add("model " + model);
    }
    if (from != null && from.equals(to)) {
      parts.add("release " + from);
    } else {
      if (from != null) {
        parts.add("from " + from);
      }
      if (to != null) {
        parts.add("to " + to);
      }
    }
    return parts.isEmpty() ? "every phone of the platform" : String.join(", ", parts);
  }
}
