package dev.ringfence.controller;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.gather.Gathered;
import dev.ringfence.gather.RecentValues;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Evaluation;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.Policy;
import dev.ringfence.policy.PolicyEngine;
import dev.ringfence.policy.RenewalReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation for renewals that differ in name only, as those of one certificate for many pools
 * do. What was found holds until the next instant at which it can change.
 */
final class SharedEvaluations {
  /** Groups of all reports together; a report counts for some even without. */
  private static final long MAX_GROUPS = 16_384;

  private static final long LEAST_GROUPS = 16;

  /** Advice may change at other instants too. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final PolicyEngine engine;
  private volatile @Nullable OfCatalogs last;

  SharedEvaluations(PolicyEngine engine) {
    this.engine = engine;
  }

  RenewalReport report(Gathered gathered) {
    return gathered instanceof Gathered.Complete complete
        ? report(complete.evaluation())
        : gathered.report(engine);
  }

  /** Approvals are for one renewal, and a failure is no answer for another one. */
  RenewalReport report(Evaluation evaluation) {
    if (!evaluation.approvals().isEmpty()) {
      return engine.evaluate(evaluation);
    }
    RecentValues<Key, RenewalReport> kept = kept(evaluation.catalogs());
    Key key = Key.of(evaluation);
    RenewalReport known = kept.get(key);
    if (known != null && holdsAt(known, evaluation.at())) {
      return known.named(evaluation.renewal());
    }
    RenewalReport report = engine.evaluate(evaluation);
    if (report.problems().isEmpty()) {
      kept.put(key, report);
    }
    return report;
  }

  /** Catalogs that were merged once are one object; comparing their content would be slow. */
  @SuppressWarnings("ReferenceEquality")
  private RecentValues<Key, RenewalReport> kept(FirmwareCatalogs catalogs) {
    OfCatalogs before = last;
    if (before != null && before.catalogs() == catalogs) {
      return before.kept();
    }
    OfCatalogs now =
        new OfCatalogs(
            catalogs,
            new RecentValues<>(
                MAX_GROUPS, report -> Math.max(LEAST_GROUPS, report.groups().size())));
    last = now;
    return now.kept();
  }

  private static boolean holdsAt(RenewalReport report, Instant at) {
    Instant next = report.nextChange();
    return !at.isBefore(report.at())
        && at.isBefore(report.at().plus(LONGEST))
        && (next == null || at.isBefore(next));
  }

  private record OfCatalogs(FirmwareCatalogs catalogs, RecentValues<Key, RenewalReport> kept) {}

  /**
   * What a verdict depends on beside the catalogs and the instant. The inputs hold the digest of
   * each fleet.
   */
  private record Key(
      String chain,
      @Nullable String currentChain,
      List<String> serverNames,
      List<String> sipDomains,
      Policy policy,
      List<InputDigest> inputs) {
    static Key of(Evaluation evaluation) {
      CertificateChain current = evaluation.currentChain();
      return new Key(
          evaluation.chain().sha256(),
          current == null ? null : current.sha256(),
          evaluation.serverNames(),
          evaluation.sipDomains(),
          evaluation.policy(),
          evaluation.inputs());
    }
  }
}
