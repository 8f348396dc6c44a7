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
import java.util.concurrent.atomic.AtomicLong;
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
  private final RecentValues<Key, Kept> kept =
      new RecentValues<>(
          MAX_GROUPS, one -> Math.max(LEAST_GROUPS, one.found().report().groups().size()));
  private final AtomicLong numbers = new AtomicLong();
  private @Nullable FirmwareCatalogs lastCatalogs;
  private long catalogsNumber;

  SharedEvaluations(PolicyEngine engine) {
    this.engine = engine;
  }

  /**
   * What an evaluation found.
   *
   * @param number the same for what is the same but for the name of the renewal and the instant
   *     judged; 0 if that is not known
   */
  record Found(RenewalReport report, long number) {}

  Found find(Gathered gathered) {
    return gathered instanceof Gathered.Complete complete
        ? find(complete.evaluation())
        : new Found(gathered.report(engine), 0);
  }

  /** Approvals are for one renewal, and a failure is no answer for another one. */
  Found find(Evaluation evaluation) {
    if (!evaluation.approvals().isEmpty()) {
      return new Found(engine.evaluate(evaluation), 0);
    }
    long catalogs = numberOf(evaluation.catalogs());
    Key key = Key.of(evaluation);
    Kept known = kept.get(key);
    if (known != null
        && known.catalogs() == catalogs
        && holdsAt(known.found().report(), evaluation.at())) {
      return new Found(known.found().report().named(evaluation.renewal()), known.found().number());
    }
    RenewalReport report = engine.evaluate(evaluation);
    if (!report.problems().isEmpty()) {
      return new Found(report, 0);
    }
    Found found = new Found(report, number(report, known));
    kept.put(key, new Kept(catalogs, found));
    return found;
  }

  /** What other catalogs, or a later instant, do not change keeps its number. */
  private long number(RenewalReport report, @Nullable Kept before) {
    return before != null
            && report.equals(before.found().report().named(report.renewal()).judgedAt(report.at()))
        ? before.found().number()
        : numbers.incrementAndGet();
  }

  /** Catalogs that were merged once are one object; comparing their content would be slow. */
  @SuppressWarnings("ReferenceEquality")
  private synchronized long numberOf(FirmwareCatalogs catalogs) {
    if (catalogs != lastCatalogs) {
      lastCatalogs = catalogs;
      catalogsNumber++;
    }
    return catalogsNumber;
  }

  private static boolean holdsAt(RenewalReport report, Instant at) {
    Instant next = report.nextChange();
    return !at.isBefore(report.at())
        && at.isBefore(report.at().plus(LONGEST))
        && (next == null || at.isBefore(next));
  }

  /**
   * @param catalogs number of those in force
   */
  private record Kept(long catalogs, Found found) {}

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
