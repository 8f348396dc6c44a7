package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.ReportRef;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.report.BoundedReport;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says which report a status is to name, and writes it after the status. A report that says nothing
 * new stays as it is, and is not even rendered where that can be told without.
 */
final class ReportStore {
  private final ReportObjects objects;
  private final ReportTexts texts;

  /** By uid: the report that the cluster holds, or is about to, and what it was made from. */
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  ReportStore(ReportObjects objects, ReportTexts texts) {
    this.objects = objects;
    this.texts = texts;
  }

  /**
   * The report that the cluster holds or is about to.
   *
   * @param ref null if its name is taken by a ConfigMap that is not the operator's
   * @param at the instant judged when it was first found
   */
  record Stored(@Nullable ReportRef ref, Instant at) {}

  /**
   * What is to be done about a report.
   *
   * @param found what the cluster holds, null if nothing
   * @param isWritten whether nothing is to be written
   * @param text null if it was not needed yet
   */
  record Planned(
      Stored stored,
      RenewalReport report,
      @Nullable ReportMetadata found,
      boolean isWritten,
      @Nullable BoundedReport text) {}

  /**
   * @param evaluation 0 if it cannot be told which one it was
   */
  private record Known(Stored stored, long evaluation) {
    boolean isOf(RenewalJudge.Judged judged) {
      return evaluation != 0 && evaluation == judged.evaluation();
    }
  }

  /**
   * Says what the cluster is to hold. The instant judged alone is nothing new: the report stays as
   * it was first written, or promised.
   *
   * @param status in force; one that names no report tells that its name was taken
   */
  Planned plan(
      CertificateRenewal renewal,
      RenewalJudge.Judged judged,
      @Nullable CertificateRenewalStatus status) {
    RenewalReport report = judged.report();
    ReportMetadata found = objects.find(renewal);
    if (found == null && objects.isTaken(renewal, seemsTaken(status))) {
      return new Planned(new Stored(null, report.at()), report, null, true, null);
    }
    Known last = known.get(renewal.getMetadata().getUid());
    boolean isIntact = found != null && objects.isIntact(found);
    if (found != null && isIntact) {
      Stored held = new Stored(ReportConfigMap.ref(found), ReportConfigMap.at(found));
      if (last != null && last.isOf(judged) && last.stored().equals(held)) {
        return new Planned(held, report, found, true, null);
      }
      if (texts.saysTheSame(report, held)) {
        known.put(renewal.getMetadata().getUid(), new Known(held, judged.evaluation()));
        return new Planned(held, report, found, true, null);
      }
    }
    if (last != null && (last.isOf(judged) || texts.saysTheSame(report, last.stored()))) {
      return new Planned(last.stored(), report, found, false, null);
    }
    BoundedReport text = texts.render(report, report.at());
    ReportRef ref =
        new ReportRef(
            ReportConfigMap.name(renewal.getMetadata().getName()),
            ReportConfigMap.KEY,
            text.sha256(),
            text.truncated());
    return new Planned(new Stored(ref, report.at()), report, found, false, text);
  }

  private static boolean seemsTaken(@Nullable CertificateRenewalStatus status) {
    return status != null && status.verdict() != null && status.reportRef() == null;
  }

  /** A status that names the report is in force; the report is to follow. */
  void promise(CertificateRenewal renewal, RenewalJudge.Judged judged, Planned planned) {
    known.put(renewal.getMetadata().getUid(), new Known(planned.stored(), judged.evaluation()));
  }

  /** Nothing of it is to follow any more. */
  void forget(CertificateRenewal renewal) {
    known.remove(renewal.getMetadata().getUid());
    objects.forget(renewal);
  }

  /**
   * Makes the cluster hold a planned report.
   *
   * @param told what the Event before it told
   * @return false if the cluster holds something else than was seen, so that it has to be planned
   *     again
   */
  boolean write(CertificateRenewal renewal, Planned planned, String told) {
    Instant at = planned.stored().at();
    BoundedReport text =
        planned.text() == null ? texts.render(planned.report(), at) : planned.text();
    return objects.write(renewal, ReportConfigMap.of(renewal, text, at, told), planned.found());
  }
}
