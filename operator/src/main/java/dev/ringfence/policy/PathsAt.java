package dev.ringfence.policy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the firmwares of one {@link Likeness} have in common at one instant. */
final class PathsAt {
  private final Map<CandidatePath, RuleRunner> speaking = new HashMap<>();
  private @Nullable Builders builders;

  /** The rules that find something on a path; null if nobody has looked yet. */
  @Nullable RuleRunner speaking(CandidatePath path) {
    return speaking.get(path);
  }

  void speaking(CandidatePath path, RuleRunner rules) {
    speaking.put(path, rules);
  }

  /** What the builders make of the chain, if that is the same for all these firmwares. */
  @Nullable Builders builders() {
    return builders;
  }

  void built(Builders made) {
    builders = made;
  }
}
