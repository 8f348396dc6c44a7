package dev.ringfence.report;

import dev.ringfence.path.PathFailure;
import dev.ringfence.path.PathQuestion;
import dev.ringfence.path.PathVerdict;
import dev.ringfence.path.TrustStore;
import dev.ringfence.pki.Certificate;
import java.util.List;

/** The verdict of one path builder for people: the path step by step, or where and why it ends. */
public final class PathVerdictText {
  private static final int INDENT = 5;

  private final PathQuestion question;
  private final PathVerdict verdict;
  private final TextPage page;

  private PathVerdictText(PathQuestion question, PathVerdict verdict, TextLayout layout) {
    this.question = question;
    this.verdict = verdict;
    this.page = new TextPage(layout);
  }

  public static String render(PathQuestion question, PathVerdict verdict, TextLayout layout) {
    PathVerdictText text = new PathVerdictText(question, verdict, layout);
    text.everything();
    return text.page.toString();
  }

  private void everything() {
    PathFailure failure = verdict.failure();
    page.heading(verdict.result().label() + (failure == null ? "" : ": " + failure.reason()));
    page.item("", judged());
    if (failure != null) {
      page.heading("Why");
      page.paragraph(failure.detail());
    }
    page.heading(failure == null ? "Path" : "Path, as far as the builder came");
    List<Certificate> path = verdict.path();
    Certificate failed = failure == null ? null : failure.certificate();
    for (int i = 0; i < path.size(); i++) {
      Certificate certificate = path.get(i);
      boolean ends = failed != null && certificate.equals(failed);
      step(i + 1, certificate, ends ? "; it ends here" : "");
    }
  }

  private String judged() {
    return "Profile %s at %s, purpose %s, %s. %d served, %d in trust store %s."
        .formatted(
            question.profile().name(),
            question.at(),
            question.purpose().word(),
            question.serverName() == null
                ? "no server name"
                : "server name " + question.serverName(),
            question.served().size(),
            question.store().size(),
            question.store().name());
  }

  private void step(int number, Certificate certificate, String end) {
    page.item(number + ". ", certificate.subject().rfc4514());
    page.item(INDENT, "", "SHA-256 " + certificate.sha256());
    page.item(
        INDENT,
        "",
        "%s, %s to %s%s"
            .formatted(
                origin(certificate),
                certificate.validity().notBefore(),
                certificate.validity().notAfter(),
                end));
  }

  private String origin(Certificate certificate) {
    TrustStore store = question.store();
    boolean served = question.served().contains(certificate);
    if (store.holds(certificate)) {
      return served ? "served, and trusted" : "trusted";
    }
    return "served";
  }
}
