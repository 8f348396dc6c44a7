package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.gather.Gathered;
import dev.ringfence.gather.Gatherer;
import dev.ringfence.metrics.EvaluationMeters;
import dev.ringfence.policy.Mode;
import dev.ringfence.policy.Problem;
import dev.ringfence.policy.RenewalReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers, evaluates and counts. Whatever throws on the way is a Hold, never another verdict. */
final class RenewalJudge {
  static final String GATHERING_FAILED = "GatheringFailed";

  private static final Logger LOG = LoggerFactory.getLogger(RenewalJudge.class);

  private final Gatherer gatherer;
  private final SharedEvaluations evaluations;
  private final EvaluationMeters meters;

  RenewalJudge(Gatherer gatherer, SharedEvaluations evaluations, EvaluationMeters meters) {
    this.gatherer = gatherer;
    this.evaluations = evaluations;
    this.meters = meters;
  }

  Judged judge(CertificateRenewal renewal, Instant now) {
    long started = System.nanoTime();
    Judged judged = judgeUntimed(renewal, now);
    meters.evaluated(judged.report().verdict(), Duration.ofNanos(System.nanoTime() - started));
    for (Problem problem : judged.report().problems()) {
      if (problem.rule() != null) {
        meters.ruleThrew(problem.rule());
      }
    }
    return judged;
  }

  private Judged judgeUntimed(CertificateRenewal renewal, Instant now) {
    try {
      Gathered gathered = gatherer.gather(renewal, now);
      SharedEvaluations.Found found = evaluations.find(gathered);
      return new Judged(found.report(), gathered.isComplete(), found.number());
    } catch (RuntimeException e) {
      String name = renewal.getMetadata().getName();
      LOG.atError()
          .addKeyValue("namespace", renewal.getMetadata().getNamespace())
          .addKeyValue("renewal", name)
          .setCause(e)
          .log("Gathering failed.");
      Problem problem =
          new Problem(
              GATHERING_FAILED,
              "Gathering the inputs failed with %s: %s; nothing is decided."
                  .formatted(e.getClass().getSimpleName(), e.getMessage()),
              false);
      return new Judged(
          RenewalReport.hold(name, Mode.ENFORCE, now, null, List.of(problem), List.of()), false, 0);
    }
  }

  /**
   * @param resolved whether every input could be had
   * @param evaluation the number of what was found, 0 if it has none
   */
  record Judged(RenewalReport report, boolean resolved, long evaluation) {}
}
