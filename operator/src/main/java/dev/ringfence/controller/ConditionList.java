package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.StatusCondition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Collects the conditions of one status in the order they are added. The transition time of a
 * condition is carried over from the previous status as long as its status stays the same.
 */
final class ConditionList {
  /** What the schema admits for a message. */
  private static final int MAX_MESSAGE = 32_768;

  private final List<StatusCondition> previous;
  private final long generation;
  private final String now;
  private final UnaryOperator<String> edit;
  private final List<StatusCondition> conditions = new ArrayList<>();

  ConditionList(List<StatusCondition> previous, long generation, Instant now) {
    this(previous, generation, now, UnaryOperator.identity());
  }

  /**
   * A list that edits its messages.
   *
   * @param edit applied to each message
   */
  ConditionList(
      List<StatusCondition> previous, long generation, Instant now, UnaryOperator<String> edit) {
    this.edit = edit;
    this.previous = List.copyOf(previous);
    this.generation = generation;
    this.now = now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  ConditionList isTrue(String type, String reason, String message) {
    return add(type, "True", reason, message);
  }

  ConditionList isFalse(String type, String reason, String message) {
    return add(type, "False", reason, message);
  }

  ConditionList isUnknown(String type, String reason, String message) {
    return add(type, "Unknown", reason, message);
  }

  List<StatusCondition> toList() {
    return List.copyOf(conditions);
  }

  private ConditionList add(String type, String status, String reason, String message) {
    String since =
        previous.stream()
            .filter(c -> c.type().equals(type) && c.status().equals(status))
            .map(StatusCondition::lastTransitionTime)
            .filter(time -> time != null)
            .findFirst()
            .orElse(now);
    conditions.add(
        new StatusCondition(
            type,
            status,
            generation,
            since,
            reason,
            Texts.atMost(MAX_MESSAGE, edit.apply(message))));
    return this;
  }
}
