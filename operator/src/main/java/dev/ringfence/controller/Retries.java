package dev.ringfence.controller;

import dev.ringfence.policy.Problem;
import dev.ringfence.policy.RenewalReport;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When to try again what no event will announce: 5 seconds after the first failure, twice as long
 * after each further one, at most 5 minutes.
 */
final class Retries {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int MAX_DOUBLINGS = 6;

  /** A retry helps against these; everything else heals by an edit or by a watched object. */
  private static final Set<String> UNANNOUNCED =
      Set.of(
          RenewalJudge.GATHERING_FAILED,
          SecretReader.FORBIDDEN,
          SecretReader.NOT_FOUND,
          SecretReader.KEY_NOT_FOUND,
          SecretReader.UNREADABLE,
          "RuleFailed",
          "EvaluationFailed");

  private final Map<ResourceID, Integer> failures = new ConcurrentHashMap<>();

  /** Counts the outcome and says when to try again, empty if nothing but an event can help. */
  Optional<Duration> after(ResourceID id, RenewalReport report) {
    if (report.problems().stream().map(Problem::reason).noneMatch(UNANNOUNCED::contains)) {
      failures.remove(id);
      return Optional.empty();
    }
    int failed = failures.merge(id, 1, Integer::sum);
    Duration delay = FIRST.multipliedBy(1L << Math.min(failed - 1, MAX_DOUBLINGS));
    return Optional.of(delay.compareTo(LONGEST) < 0 ? delay : LONGEST);
  }

  void forget(ResourceID id) {
    failures.remove(id);
  }
}
