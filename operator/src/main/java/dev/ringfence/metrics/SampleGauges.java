package dev.ringfence.metrics;

import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.Verdict;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every gauge, computed at each scrape from the samples of what exists now, so that nothing deleted
 * lingers. Series that name a renewal or a kind of phone are capped, worst or most first.
 */
public final class SampleGauges implements MultiCollector {
  private static final Duration BREAKS_WITHIN = Duration.ofDays(365);

  private final CurrentSamples samples;
  private final Clock clock;
  private final int maxRenewals;
  private final int maxKinds;

  /**
   * @param maxRenewals renewals that series may name
   * @param maxKinds kinds of phones that series may name; the rest is summed as {@code other}
   */
  public SampleGauges(CurrentSamples samples, Clock clock, int maxRenewals, int maxKinds) {
    this.samples = samples;
    this.clock = clock;
    this.maxRenewals = maxRenewals;
    this.maxKinds = maxKinds;
  }

  @Override
  public MetricSnapshots collect() {
    Collection<RenewalSample> renewals = samples.renewals();
    Collection<FleetSample> fleets = samples.fleets();
    Set<PhoneKind> kinds = namedKinds(fleets, renewals);
    Map<GroupKey, WorstGroup> all = worst(renewals);
    Map<GroupKey, WorstGroup> notAllowed =
        worst(renewals.stream().filter(SampleGauges::isNotAllowed).toList());
    return MetricSnapshots.of(
        approvals().snapshot(),
        catalogs().snapshot(),
        breaksAt(breaking(renewals)).snapshot(),
        observed(fleets).snapshot(),
        fleetPhones(all).snapshot(),
        phones(fleets, kinds).snapshot(),
        phonesAtRisk(notAllowed, kinds).snapshot(),
        renewalPhones(named(renewals)).snapshot(),
        renewals(renewals).snapshot(),
        unnamed(renewals).snapshot());
  }

  private static GaugeRows renewals(Collection<RenewalSample> renewals) {
    GaugeRows rows = new GaugeRows(Meter.RENEWALS);
    renewals.forEach(r -> rows.add(1, r.namespace(), r.verdict().label(), r.gate().label()));
    return rows;
  }

  private static GaugeRows renewalPhones(List<RenewalSample> named) {
    GaugeRows rows = new GaugeRows(Meter.RENEWAL_PHONES);
    for (RenewalSample r : named) {
      r.phones()
          .forEach(
              (outcome, phones) ->
                  rows.add(phones, r.namespace(), r.renewal(), r.gate().label(), outcome.label()));
    }
    return rows;
  }

  private GaugeRows unnamed(Collection<RenewalSample> renewals) {
    GaugeRows rows = new GaugeRows(Meter.RENEWALS_UNNAMED);
    long notAllowed = renewals.stream().filter(SampleGauges::isNotAllowed).count();
    long breaking = renewals.stream().filter(this::breaksSoon).count();
    rows.add(Math.max(0, Math.max(notAllowed, breaking) - maxRenewals));
    return rows;
  }

  private GaugeRows breaksAt(List<RenewalSample> named) {
    GaugeRows rows = new GaugeRows(Meter.CHAIN_BREAKS_AT);
    Instant horizon = horizon();
    for (RenewalSample r : named) {
      r.breaksAt()
          .forEach(
              (outcome, at) -> {
                if (at.isBefore(horizon)) {
                  rows.earliest(at, r.namespace(), r.renewal(), outcome.label());
                }
              });
    }
    return rows;
  }

  /** Whatever their verdict is now, the earliest first, then by name. */
  private List<RenewalSample> breaking(Collection<RenewalSample> renewals) {
    return renewals.stream()
        .filter(this::breaksSoon)
        .sorted(
            Comparator.comparing(SampleGauges::earliest)
                .thenComparing(RenewalSample::namespace)
                .thenComparing(RenewalSample::renewal))
        .limit(maxRenewals)
        .toList();
  }

  private boolean breaksSoon(RenewalSample renewal) {
    return earliest(renewal).isBefore(horizon());
  }

  private static Instant earliest(RenewalSample renewal) {
    return renewal.breaksAt().values().stream().min(Instant::compareTo).orElse(Instant.MAX);
  }

  private Instant horizon() {
    return clock.instant().plus(BREAKS_WITHIN);
  }

  private static GaugeRows fleetPhones(Map<GroupKey, WorstGroup> groups) {
    GaugeRows rows = new GaugeRows(Meter.FLEET_PHONES);
    groups.forEach(
        (key, g) -> rows.add(g.phones(), key.namespace(), key.fleet(), g.outcome().label()));
    return rows;
  }

  private static GaugeRows phonesAtRisk(Map<GroupKey, WorstGroup> groups, Set<PhoneKind> kinds) {
    GaugeRows rows = new GaugeRows(Meter.PHONES_AT_RISK);
    for (WorstGroup g : groups.values()) {
      if (g.outcome() != Outcome.COMPATIBLE) {
        PhoneKind kind = kinds.contains(g.kind()) ? g.kind() : PhoneKind.OTHER;
        rows.add(g.phones(), kind.platform(), kind.model(), kind.firmware(), g.outcome().label());
      }
    }
    return rows;
  }

  private static GaugeRows phones(Collection<FleetSample> fleets, Set<PhoneKind> kinds) {
    GaugeRows rows = new GaugeRows(Meter.PHONES);
    for (FleetSample fleet : fleets) {
      fleet
          .phones()
          .forEach(
              (any, phones) -> {
                PhoneKind kind = kinds.contains(any) ? any : PhoneKind.OTHER;
                rows.add(phones, kind.platform(), kind.model(), kind.firmware());
              });
    }
    return rows;
  }

  private static GaugeRows observed(Collection<FleetSample> fleets) {
    GaugeRows rows = new GaugeRows(Meter.FLEET_OBSERVED);
    for (FleetSample fleet : fleets) {
      Instant at = fleet.observedAt();
      if (at != null) {
        rows.earliest(at, fleet.namespace(), fleet.fleet());
      }
    }
    return rows;
  }

  private GaugeRows catalogs() {
    GaugeRows rows = new GaugeRows(Meter.CATALOG_INFO);
    samples.catalogs().forEach(c -> rows.one(c.catalog(), c.platform(), c.edition()));
    return rows;
  }

  private GaugeRows approvals() {
    GaugeRows rows = new GaugeRows(Meter.APPROVALS);
    rows.add(0, "InForce");
    rows.add(0, "NotInForce");
    samples.approvals().forEach(inForce -> rows.add(1, inForce ? "InForce" : "NotInForce"));
    return rows;
  }

  /** Those with the most Broken phones first, then the most Undetermined, then by name. */
  private List<RenewalSample> named(Collection<RenewalSample> renewals) {
    return renewals.stream()
        .filter(SampleGauges::isNotAllowed)
        .sorted(
            Comparator.comparingLong((RenewalSample r) -> -phones(r, Outcome.BROKEN))
                .thenComparingLong(r -> -phones(r, Outcome.UNDETERMINED))
                .thenComparing(RenewalSample::namespace)
                .thenComparing(RenewalSample::renewal))
        .limit(maxRenewals)
        .toList();
  }

  private Set<PhoneKind> namedKinds(
      Collection<FleetSample> fleets, Collection<RenewalSample> renewals) {
    Map<PhoneKind, Long> phones = new HashMap<>();
    fleets.forEach(fleet -> fleet.phones().forEach((k, n) -> phones.merge(k, n, Long::sum)));
    renewals.forEach(r -> r.groups().forEach(g -> phones.putIfAbsent(g.kind(), g.phones())));
    return new HashSet<>(
        phones.entrySet().stream()
            .sorted(
                Map.Entry.<PhoneKind, Long>comparingByValue()
                    .reversed()
                    .thenComparing(e -> e.getKey().toString()))
            .limit(maxKinds)
            .map(Map.Entry::getKey)
            .toList());
  }

  private static Map<GroupKey, WorstGroup> worst(Collection<RenewalSample> renewals) {
    Map<GroupKey, WorstGroup> worst = new HashMap<>();
    for (RenewalSample r : renewals) {
      for (RenewalSample.Group g : r.groups()) {
        worst.merge(
            new GroupKey(r.namespace(), g.fleet(), g.name()),
            new WorstGroup(g.kind(), g.outcome(), g.phones()),
            WorstGroup::worse);
      }
    }
    return worst;
  }

  private static boolean isNotAllowed(RenewalSample renewal) {
    return renewal.verdict() != Verdict.ALLOW;
  }

  private static long phones(RenewalSample renewal, Outcome outcome) {
    return renewal.phones().getOrDefault(outcome, 0L);
  }

  private record GroupKey(String namespace, String fleet, String group) {}

  private record WorstGroup(PhoneKind kind, Outcome outcome, long phones) {
    /** Outcomes are declared worst first. */
    WorstGroup worse(WorstGroup other) {
      return other.outcome.compareTo(outcome) < 0 ? other : this;
    }
  }
}
