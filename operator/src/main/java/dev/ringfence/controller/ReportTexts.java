package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.ReportRef;
import dev.ringfence.metrics.EvaluationMeters;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.report.BoundedReport;
import java.time.Instant;

/** Renders reports for their ConfigMaps, as judged at a given instant, and counts how often. */
final class ReportTexts {
  private final EvaluationMeters meters;

  ReportTexts(EvaluationMeters meters) {
    this.meters = meters;
  }

  BoundedReport render(RenewalReport report, Instant at) {
    meters.reportRendered();
    return BoundedReport.render(
        report.judgedAt(at), JudgedInstant.of(report, at)::in, ReportConfigMap.MAX_BYTES);
  }

  /** Whether only the instant judged differs. */
  boolean saysTheSame(RenewalReport report, ReportStore.Stored stored) {
    ReportRef ref = stored.ref();
    return ref != null && render(report, stored.at()).sha256().equals(ref.sha256());
  }
}
