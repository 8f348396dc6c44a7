package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.metrics.PhoneKind;
import dev.ringfence.metrics.RenewalSample;
import dev.ringfence.policy.GroupReport;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the metrics keep of a report. */
final class RenewalSamples {
  private RenewalSamples() {}

  static RenewalSample of(CertificateRenewal renewal, RenewalReport report) {
    List<GroupReport> counted =
        report.groups().stream().filter(group -> group.countedPhones() > 0).toList();
    return new RenewalSample(
        renewal.getMetadata().getNamespace(),
        renewal.getMetadata().getName(),
        report.verdict(),
        report.gate(),
        phones(report),
        counted.stream().map(RenewalSamples::group).toList(),
        breaksAt(counted));
  }

  private static Map<Outcome, Long> phones(RenewalReport report) {
    Map<Outcome, Long> phones = new EnumMap<>(Outcome.class);
    if (report.verdict() != Verdict.HOLD) {
      for (Outcome outcome : Outcome.values()) {
        phones.put(outcome, report.phones().of(outcome));
      }
    }
    return phones;
  }

  private static RenewalSample.Group group(GroupReport report) {
    return new RenewalSample.Group(
        report.fleet(),
        report.group().name(),
        new PhoneKind(
            report.platform() == null ? "" : report.platform(),
            report.group().model(),
            report.group().firmware()),
        report.outcome(),
        report.countedPhones());
  }

  private static Map<Outcome, Instant> breaksAt(List<GroupReport> groups) {
    Map<Outcome, Instant> earliest = new EnumMap<>(Outcome.class);
    for (GroupReport group : groups) {
      if (group.breaksAt() != null) {
        earliest.merge(group.outcome(), group.breaksAt(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return earliest;
  }
}
