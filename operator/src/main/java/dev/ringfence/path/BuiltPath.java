package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one path a profile commits to.
 *
 * @param profile its name
 * @param path end entity first; up to where the builder came unless the result is BUILT
 * @param failure absent exactly if the path is built and accepted
 */
public record BuiltPath(
    String profile, Result result, List<Certificate> path, @Nullable PathFailure failure) {

  /** How far the builder came. */
  public enum Result {
    /** The path ends in an anchor; whether it was accepted, {@link BuiltPath#failure} says. */
    BUILT,
    DEAD_END,
    /** Undetermined. */
    BUDGET_EXHAUSTED
  }

  public BuiltPath {
    path = List.copyOf(path);
    if (failure == null && result != Result.BUILT) {
      throw new IllegalArgumentException(
          "a path with result %s has no failure, expected one".formatted(result));
    }
  }

  public boolean accepted() {
    return failure == null;
  }
}
