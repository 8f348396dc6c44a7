package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link PathQuestion}.
 *
 * @param failure why the chain is not accepted, and where; absent exactly for {@code ACCEPT}
 * @param path end entity first; as far as the builder came if it is not accepted
 */
public record PathVerdict(Result result, @Nullable PathFailure failure, List<Certificate> path) {

  /** What a client of the profile does. */
  public enum Result {
    ACCEPT("Accept"),
    REJECT("Reject"),
    /** The budget ended, or a signature is of a kind that no code here verifies. */
    UNDETERMINED("Undetermined");

    private final String label;

    Result(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public PathVerdict {
    path = List.copyOf(path);
    if ((failure == null) != (result == Result.ACCEPT)) {
      throw new IllegalArgumentException(
          "a verdict %s with the failure %s; expected one exactly if nothing is accepted"
              .formatted(result, failure));
    }
  }

  static PathVerdict of(BuiltPath built) {
    var failure = built.failure();
    if (failure == null) {
      return new PathVerdict(Result.ACCEPT, null, built.path());
    }
    return new PathVerdict(
        failure.undetermined() ? Result.UNDETERMINED : Result.REJECT, failure, built.path());
  }

  public boolean accepted() {
    return result == Result.ACCEPT;
  }

  /** The reason of the failure, a constant of {@link PathFailure}; null if there is none. */
  public @Nullable String reason() {
    return failure == null ? null : failure.reason();
  }
}
