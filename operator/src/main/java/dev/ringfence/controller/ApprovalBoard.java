package dev.ringfence.controller;

import dev.ringfence.policy.ApprovalReport;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the latest evaluation of each renewal said of its approvals. The renewals' controller writes
 * it, the approvals' controller reads it and is told which renewal's approvals fare differently.
 */
final class ApprovalBoard {
  private final Map<ResourceID, Answers> answers = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<Consumer<ResourceID>> listeners = new CopyOnWriteArrayList<>();

  /** The listener is given the id of the renewal. */
  void onChange(Consumer<ResourceID> listener) {
    listeners.add(listener);
  }

  void evaluated(ResourceID renewal, RenewalReport report, JudgedInstant instant) {
    Map<String, Answer> byApproval = new TreeMap<>();
    for (ApprovalReport approval : report.approvals()) {
      String clause = approval.failingClause();
      byApproval.put(
          approval.approval().name(), new Answer(clause == null ? null : instant.in(clause)));
    }
    String hold =
        report.verdict() == Verdict.HOLD
            ? "The renewal is on Hold ("
                + report.problems().get(0).reason()
                + "); a Hold cannot be"
                + " approved."
            : null;
    publish(renewal, new Answers(byApproval, hold));
  }

  /** From now on nothing is known of its approvals. */
  void deleted(ResourceID renewal) {
    if (answers.remove(renewal) != null) {
      listeners.forEach(listener -> listener.accept(renewal));
    }
  }

  /** Empty while the renewal, or this approval of it, has not been evaluated. */
  Optional<Answer> answer(ResourceID renewal, String approval) {
    Answers known = answers.get(renewal);
    if (known == null) {
      return Optional.empty();
    }
    return known.forAll() == null
        ? Optional.ofNullable(known.byApproval().get(approval))
        : Optional.of(new Answer(known.forAll()));
  }

  private void publish(ResourceID renewal, Answers now) {
    Answers before = answers.put(renewal, now);
    if (!now.equals(before)) {
      listeners.forEach(listener -> listener.accept(renewal));
    }
  }

  /**
   * @param failingClause null while in force
   */
  record Answer(@Nullable String failingClause, boolean isPending) {
    Answer(@Nullable String failingClause) {
      this(failingClause, false);
    }

    /** Not in force, but to be judged soon. */
    static Answer pending(String clause) {
      return new Answer(clause, true);
    }

    boolean inForce() {
      return failingClause == null;
    }
  }

  private record Answers(Map<String, Answer> byApproval, @Nullable String forAll) {
    Answers {
      byApproval = Map.copyOf(byApproval);
    }
  }
}
