package dev.ringfence.report;

import dev.ringfence.path.PathFailure;
import dev.ringfence.path.PathQuestion;
import dev.ringfence.path.PathVerdict;
import dev.ringfence.pki.Certificate;

/** Writes the verdict of one path builder with the question it answers. */
public final class PathVerdictJson {
  private PathVerdictJson() {}

  /** Ended by a line end. */
  public static String render(PathQuestion question, PathVerdict verdict) {
    return JsonWriter.object(
        json -> {
          json.text("apiVersion", ReportJson.API_VERSION);
          json.text("kind", "PathVerdict");
          json.text("profile", question.profile().name());
          json.instant("at", question.at());
          json.text("serverName", question.serverName());
          json.text("purpose", question.purpose().word());
          json.text("result", verdict.result().label());
          json.text("reason", verdict.reason());
          PathFailure failure = verdict.failure();
          json.text("detail", failure == null ? null : failure.detail());
          Certificate failed = failure == null ? null : failure.certificate();
          json.nested("failedAt", failed, certificate -> ReportJson.certificate(json, certificate));
          json.objects(
              "path", verdict.path(), certificate -> ReportJson.certificate(json, certificate));
        });
  }
}
