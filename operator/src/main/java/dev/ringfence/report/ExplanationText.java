package dev.ringfence.report;

import dev.ringfence.catalog.Fact;
import dev.ringfence.policy.AssessedPath;
import dev.ringfence.policy.Explanation;
import dev.ringfence.policy.Finding;
import java.util.List;
import java.util.function.Function;

/** Everything a verdict rests on, for people who want to check it. */
public final class ExplanationText {
  private static final int INDENT = 6;

  private final TextPage page;

  private ExplanationText(TextPage page) {
    this.page = page;
  }

  public static String render(Explanation explanation, TextLayout layout) {
    ExplanationText text = new ExplanationText(new TextPage(layout));
    ExplainedPhones.of(explanation).forEach(text::phones);
    return text.page.toString();
  }

  private void phones(ExplainedPhones explained) {
    Explanation.Phones phones = explained.phones();
    page.heading(explained.title());
    page.item("groups: ", String.join(", ", explained.groups()));
    page.heading("Candidate paths, best first");
    int number = 1;
    for (AssessedPath candidate : phones.candidates()) {
      page.item(number++ + ". ", PathText.candidate(candidate));
      page.item(INDENT, "", PathText.assessment(candidate));
      candidate.findings().forEach(finding -> finding(INDENT, finding));
    }
    if (phones.candidates().isEmpty()) {
      page.paragraph("There is none.");
    }
    list("Signatures on these paths", phones.edges(), PathText::edge);
    list("What each path builder does", phones.builtPaths(), PathText::built);
    page.heading("Findings");
    phones.findings().forEach(finding -> finding(2, finding));
    page.heading("Facts");
    EvidenceText evidence = EvidenceText.of(phones);
    phones.facts().forEach(fact -> fact(fact, evidence));
    list("What a test would settle", phones.questions(), question -> question);
  }

  private void finding(int indent, Finding finding) {
    page.item(indent, "- ", PathText.finding(finding));
  }

  private void fact(Fact fact, EvidenceText evidence) {
    page.item("- ", evidence.of(fact));
    EvidenceText.details(fact).forEach(detail -> page.item(INDENT, "evidence: ", detail));
  }

  private <T> void list(String title, List<T> items, Function<T, String> line) {
    if (items.isEmpty()) {
      return;
    }
    page.heading(title);
    items.forEach(item -> page.item("- ", line.apply(item)));
  }
}
