package dev.ringfence.report;

import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.AssessedPath;
import dev.ringfence.policy.Explanation;
import java.util.Locale;

/** Everything a verdict rests on, for machines. */
public final class ExplanationJson {
  private ExplanationJson() {}

  public static String render(Explanation explanation) {
    return JsonWriter.object(
        json -> {
          json.text("apiVersion", ReportJson.API_VERSION);
          json.text("kind", "Explanation");
          json.objects(
              "phones", ExplainedPhones.of(explanation), explained -> phones(json, explained));
        });
  }

  private static void phones(JsonWriter json, ExplainedPhones explained) {
    Explanation.Phones phones = explained.phones();
    json.texts("groups", explained.groups());
    json.text("firmware", phones.firmware());
    json.text("family", phones.family());
    json.text("outcome", phones.outcome().label());
    json.objects("candidates", phones.candidates(), candidate -> candidate(json, candidate));
    json.objects("signatures", phones.edges(), edge -> edge(json, edge));
    json.objects("builtPaths", phones.builtPaths(), built -> GroupJson.builtPath(json, built));
    json.objects("findings", phones.findings(), finding -> ReportJson.finding(json, finding));
    json.objects(
        "facts",
        phones.facts(),
        fact -> {
          json.text("fact", fact.key().id());
          json.text("answer", fact.answer().label());
          json.text("level", fact.level() == null ? null : fact.level().label());
          json.text("why", fact.why());
          json.objects(
              "evidence", fact.statements(), statement -> ReportJson.statement(json, statement));
        });
    json.texts("questions", phones.questions());
  }

  private static void candidate(JsonWriter json, AssessedPath candidate) {
    Certificate anchor = candidate.path().anchor();
    json.objects(
        "path", candidate.path().certificates(), item -> ReportJson.certificate(json, item));
    json.text("anchor", anchor == null ? null : anchor.sha256());
    json.flag("works", candidate.usable());
    json.objects("findings", candidate.findings(), finding -> ReportJson.finding(json, finding));
  }

  private static void edge(JsonWriter json, Explanation.Edge edge) {
    json.text("certificate", edge.child().sha256());
    json.text("issuer", edge.issuer().sha256());
    json.text("signature", edge.signature().name().toLowerCase(Locale.ROOT));
  }
}
