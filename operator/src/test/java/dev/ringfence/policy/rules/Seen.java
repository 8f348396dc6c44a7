package dev.ringfence.policy.rules;

import dev.ringfence.policy.Observation;
import java.util.List;

/** Observations as lines of text: {@code Violated: message}, with the question if there is one. */
final class Seen {
  private Seen() {}

  static List<String> lines(List<Observation> observations) {
    return observations.stream().map(Seen::line).toList();
  }

  private static String line(Observation seen) {
    var line = seen.result().label() + ": " + seen.message();
    return seen.question() == null ? line : line + " " + seen.question();
  }
}
