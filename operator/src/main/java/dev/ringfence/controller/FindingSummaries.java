package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.FindingSummary;
import dev.ringfence.policy.Finding;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.GroupReport;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The findings of a report summed over its groups, worst first: severity, Violated before
 * Undetermined, most phones, rule.
 */
record FindingSummaries(List<FindingSummary> all) {
  private static final int MAX_MESSAGE = 1024;

  private static final Comparator<Sum> WORST_FIRST =
      Comparator.comparing((Sum sum) -> sum.key.severity())
          .thenComparing(sum -> sum.key.result())
          .thenComparing(sum -> -sum.phones)
          .thenComparing(sum -> sum.key.rule());

  FindingSummaries {
    all = List.copyOf(all);
  }

  static FindingSummaries of(RenewalReport report, JudgedInstant instant) {
    Map<Key, Sum> sums = new HashMap<>();
    report.chainFindings().forEach(finding -> sum(sums, finding));
    for (GroupReport group : report.groups()) {
      if (group.countedPhones() > 0) {
        Set<Key> seen = new HashSet<>();
        for (Finding finding : group.findings()) {
          Sum sum = sum(sums, finding);
          if (seen.add(sum.key)) {
            sum.phones += group.countedPhones();
            sum.groups++;
          }
        }
      }
    }
    List<Sum> sorted = new ArrayList<>(sums.values());
    sorted.sort(WORST_FIRST);
    return new FindingSummaries(sorted.stream().map(sum -> sum.summary(instant)).toList());
  }

  List<FindingSummary> worst() {
    return all.subList(0, Math.min(all.size(), CertificateRenewalStatus.MAX_FINDINGS));
  }

  long omitted() {
    return (long) all.size() - worst().size();
  }

  private static Sum sum(Map<Key, Sum> sums, Finding finding) {
    Key key = new Key(finding.severity(), finding.rule(), finding.result());
    return sums.computeIfAbsent(key, k -> new Sum(k, finding.message()));
  }

  private record Key(Severity severity, String rule, FindingResult result) {}

  private static final class Sum {
    private final Key key;
    private final String message;
    private long phones;
    private long groups;

    private Sum(Key key, String message) {
      this.key = key;
      this.message = message;
    }

    private FindingSummary summary(JudgedInstant instant) {
      return new FindingSummary(
          key.rule(),
          key.severity().label(),
          key.result().label(),
          phones,
          groups,
          Texts.atMost(MAX_MESSAGE, instant.in(message)));
    }
  }
}
