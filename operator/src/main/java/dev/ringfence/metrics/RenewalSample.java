package dev.ringfence.metrics;

import dev.ringfence.policy.Gate;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the gauges need to know of one renewal's latest report.
 *
 * @param breaksAt the earliest over the groups that have this outcome now
 */
public record RenewalSample(
    String namespace,
    String renewal,
    Verdict verdict,
    Gate gate,
    Map<Outcome, Long> phones,
    List<Group> groups,
    Map<Outcome, Instant> breaksAt) {

  public RenewalSample {
    phones = Map.copyOf(phones);
    groups = List.copyOf(groups);
    breaksAt = Map.copyOf(breaksAt);
  }

  /** Phones in use that share a fleet and a group. */
  public record Group(String fleet, String name, PhoneKind kind, Outcome outcome, long phones) {}
}
