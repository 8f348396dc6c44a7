package dev.ringfence.report;

import dev.ringfence.catalog.Statement;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Approval;
import dev.ringfence.policy.ApprovalReport;
import dev.ringfence.policy.CalendarEntry;
import dev.ringfence.policy.Changes;
import dev.ringfence.policy.Finding;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.PhoneCounts;
import dev.ringfence.policy.RenewalReport;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a report as {@code report/renewal-report.schema.json} describes it. */
public final class ReportJson {
  static final String API_VERSION = "ringfence.dev/v1alpha1";

  private ReportJson() {}

  /** The whole report, UTF-8 safe in ASCII, ended by a line end. */
  public static String render(RenewalReport report) {
    return render(report, null);
  }

  static String render(RenewalReport report, @Nullable Truncation truncation) {
    return JsonWriter.object(
        json -> {
          head(json, report);
          json.nested("chain", report.chain(), chain -> chain(json, chain));
          json.nested("phones", phones -> phones(json, report.phones()));
          json.objects(
              "groups",
              truncation == null ? report.groups() : truncation.kept(),
              group -> GroupJson.write(json, group));
          json.objects("findings", report.chainFindings(), finding -> finding(json, finding));
          json.nested("changes", report.changes(), changes -> changes(json, changes));
          json.objects("calendar", report.calendar(), entry -> calendarEntry(json, entry));
          tail(json, report);
          json.nested("inputs", inputs -> inputs(json, report.inputs()));
          if (truncation != null) {
            json.nested("truncation", fields -> truncation.write(json));
          }
        });
  }

  private static void head(JsonWriter json, RenewalReport report) {
    json.text("apiVersion", API_VERSION);
    json.text("kind", "RenewalReport");
    json.text("renewal", report.renewal());
    json.text("verdict", report.verdict().label());
    json.text("gate", report.gate().label());
    json.text("mode", report.mode().label());
    json.instant("at", report.at());
    json.texts("reasons", report.reasons());
    json.instant("breaksAt", report.breaksAt());
    json.instant("nextChange", report.nextChange());
  }

  private static void tail(JsonWriter json, RenewalReport report) {
    json.objects("advice", report.advice(), advice -> AdviceJson.write(json, advice));
    json.objects("approvals", report.approvals(), approval -> approval(json, approval));
    json.objects(
        "problems",
        report.problems(),
        problem -> {
          json.text("reason", problem.reason());
          json.text("message", problem.message());
          json.flag("onlyAnEditHeals", problem.onlyAnEditHeals());
          json.text("rule", problem.rule());
        });
  }

  private static void chain(JsonWriter json, CertificateChain chain) {
    json.text("sha256", chain.sha256());
    json.objects("certificates", chain.certificates(), item -> certificate(json, item));
  }

  static void certificate(JsonWriter json, Certificate certificate) {
    json.text("sha256", certificate.sha256());
    json.text("subject", certificate.subject().rfc4514());
    json.text("issuer", certificate.issuer().rfc4514());
    json.instant("notBefore", certificate.validity().notBefore());
    json.instant("notAfter", certificate.validity().notAfter());
    json.text("signatureAlgorithm", certificate.signatureAlgorithm().name());
    json.text("publicKey", certificate.publicKey().name());
  }

  private static void phones(JsonWriter json, PhoneCounts phones) {
    json.number("total", phones.total());
    json.number("compatible", phones.compatible());
    json.number("atRisk", phones.atRisk());
    json.number("broken", phones.broken());
    json.number("undetermined", phones.undetermined());
  }

  static void finding(JsonWriter json, Finding finding) {
    json.text("rule", finding.rule());
    json.text("severity", finding.severity().label());
    json.text("result", finding.result().label());
    json.texts("affects", finding.affects().stream().map(affects -> affects.label()).toList());
    json.text("message", finding.message());
    json.objects("evidence", finding.evidence(), statement -> statement(json, statement));
    json.text("question", finding.question());
  }

  static void statement(JsonWriter json, Statement statement) {
    json.text("fact", statement.key().id());
    json.flag("value", statement.value());
    json.text("level", statement.level().label());
    json.texts("sources", statement.sources());
    json.nested(
        "scope",
        scope -> {
          json.text("family", statement.scope().family());
          json.text("model", statement.scope().model());
          json.text("from", EvidenceText.version(statement.scope().from()));
          json.text("to", EvidenceText.version(statement.scope().to()));
        });
    json.text("catalog", statement.catalog());
    json.text("note", statement.note());
  }

  private static void changes(JsonWriter json, Changes changes) {
    json.number("regressed", changes.regressed());
    json.number("recovered", changes.recovered());
    json.number("stillBroken", changes.stillBroken());
    json.number("stillCompatible", changes.stillCompatible());
    json.number("unclear", changes.unclear());
  }

  private static void calendarEntry(JsonWriter json, CalendarEntry entry) {
    json.instant("at", entry.at());
    json.texts("events", entry.events());
    json.nested("phones", phones -> phones(json, entry.phones()));
  }

  private static void approval(JsonWriter json, ApprovalReport report) {
    Approval approval = report.approval();
    json.text("name", approval.name());
    json.text("renewal", approval.renewal());
    json.flag("inForce", report.inForce());
    json.text("failingClause", report.failingClause());
    json.text("chainSha256", approval.chainSha256());
    json.texts("rules", approval.rules().stream().sorted().toList());
    json.number("maxPhones", approval.maxPhones());
    json.instant("expiresAt", approval.expiresAt());
    json.text("change", approval.change());
    json.text("reason", approval.reason());
    json.text("approvedBy", approval.approvedBy());
  }

  private static void inputs(JsonWriter json, List<InputDigest> inputs) {
    inputs.stream()
        .collect(Collectors.groupingBy(InputDigest::kind, TreeMap::new, Collectors.toList()))
        .forEach(
            (kind, ofKind) ->
                json.objects(
                    kind,
                    ofKind,
                    input -> {
                      json.text("name", input.name());
                      json.number("generation", input.generation());
                      json.text("digest", input.digest());
                    }));
  }
}
