package dev.ringfence.report;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.path.BuiltPath;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.GroupReport;

/** The part of the JSON report that speaks of one group of phones. */
final class GroupJson {
  private GroupJson() {}

  static void write(JsonWriter json, GroupReport report) {
    FleetGroup group = report.group();
    json.text("fleet", report.fleet());
    json.text("name", group.name());
    json.text("platform", report.platform());
    json.text("family", report.family());
    json.text("model", group.model());
    json.text("firmware", group.firmware());
    json.text("site", group.site());
    json.text("signIn", group.signIn().label());
    json.text("kind", group.kind().label());
    json.number("phones", group.phones());
    json.text("outcome", report.outcome().label());
    json.instant("breaksAt", report.breaksAt());
    json.objects("builtPaths", report.builtPaths(), path -> builtPath(json, path));
    json.objects("findings", report.findings(), finding -> ReportJson.finding(json, finding));
  }

  static void builtPath(JsonWriter json, BuiltPath built) {
    json.text("profile", built.profile());
    json.text("result", result(built.result()));
    json.objects("path", built.path(), certificate -> ReportJson.certificate(json, certificate));
    json.nested(
        "failedAt",
        built.failure(),
        failure -> {
          json.text("reason", failure.reason());
          Certificate failed = failure.certificate();
          json.text("certificate", failed == null ? null : failed.sha256());
          json.text("detail", failure.detail());
        });
  }

  private static String result(BuiltPath.Result result) {
    return switch (result) {
      case BUILT -> "Built";
      case DEAD_END -> "DeadEnd";
      case BUDGET_EXHAUSTED -> "BudgetExhausted";
    };
  }
}
