package dev.ringfence.policy;

import dev.ringfence.path.BuiltPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the path builders that a firmware may have make of a chain. */
public final class Builders {
  /** Nobody knows how the firmware builds paths. */
  public static final Builders NONE = new Builders(List.of(), null);

  private final List<Construction> constructions;
  private final List<BuiltPath> committed;
  private final @Nullable ServedDifference difference;

  /**
   * What one builder does.
   *
   * @param built the path it commits to
   * @param accepted whether the firmware then finds no violated Error on it
   */
  public record Construction(BuiltPath built, boolean accepted) {}

  Builders(List<Construction> constructions, @Nullable ServedDifference difference) {
    this.constructions = List.copyOf(constructions);
    this.committed = constructions.stream().map(Construction::built).distinct().toList();
    this.difference = difference;
  }

  /**
   * One per path-builder profile, with and without the anchors that are only possible where that
   * makes a difference.
   */
  public List<Construction> constructions() {
    return constructions;
  }

  /** The distinct paths that they commit to. */
  public List<BuiltPath> committed() {
    return committed;
  }

  /** What divides the builders, null if they agree. */
  public @Nullable ServedDifference difference() {
    return difference;
  }

  /** Whether no budget ended the work of any. */
  boolean settled() {
    return committed.stream()
        .noneMatch(built -> built.result() == BuiltPath.Result.BUDGET_EXHAUSTED);
  }
}
