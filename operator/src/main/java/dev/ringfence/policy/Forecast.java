package dev.ringfence.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How each group fares at every deadline until the chain ends. */
final class Forecast {
  private final ChainEvaluation chain;
  private final Deadlines deadlines;
  private final List<Outcome> now;
  private final List<List<Outcome>> later;

  Forecast(ChainEvaluation chain, Instant at) {
    this.chain = chain;
    this.deadlines = new Deadlines(chain, at);
    this.now = chain.outcomes(at);
    this.later = deadlines.instants().stream().map(chain::outcomes).toList();
  }

  /**
   * The first later second at which the group is Broken, or Undetermined if it is not so already.
   * None if it is Broken now: the instant judged is no property of the chain.
   */
  @Nullable Instant breaksAt(int member) {
    if (now.get(member) == Outcome.BROKEN) {
      return null;
    }
    for (int i = 0; i < later.size(); i++) {
      Outcome outcome = later.get(i).get(member);
      if (outcome == Outcome.BROKEN
          || (outcome == Outcome.UNDETERMINED && now.get(member) != Outcome.UNDETERMINED)) {
        return deadlines.instants().get(i);
      }
    }
    return null;
  }

  /** The deadlines at which some group fares differently than before. */
  List<CalendarEntry> calendar() {
    List<CalendarEntry> entries = new ArrayList<>();
    List<Outcome> before = now;
    for (int i = 0; i < later.size(); i++) {
      List<Outcome> outcomes = later.get(i);
      if (!outcomes.equals(before)) {
        Instant instant = deadlines.instants().get(i);
        entries.add(new CalendarEntry(instant, deadlines.at(instant), counts(outcomes)));
        before = outcomes;
      }
    }
    return entries;
  }

  @Nullable Instant next() {
    return deadlines.instants().isEmpty() ? null : deadlines.instants().get(0);
  }

  private PhoneCounts counts(List<Outcome> outcomes) {
    Map<Outcome, Long> phones = new EnumMap<>(Outcome.class);
    for (int i = 0; i < outcomes.size(); i++) {
      phones.merge(outcomes.get(i), chain.members().get(i).countedPhones(), Long::sum);
    }
    return PhoneCounts.of(phones);
  }
}
