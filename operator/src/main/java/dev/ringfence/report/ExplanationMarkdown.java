package dev.ringfence.report;

import dev.ringfence.catalog.Fact;
import dev.ringfence.policy.AssessedPath;
import dev.ringfence.policy.Explanation;
import java.util.List;
import java.util.stream.Stream;

/** Everything a verdict rests on, in GitHub-flavoured Markdown. */
public final class ExplanationMarkdown {
  private final MarkdownText text = new MarkdownText();

  private ExplanationMarkdown() {}

  public static String render(Explanation explanation) {
    ExplanationMarkdown markdown = new ExplanationMarkdown();
    ExplainedPhones.of(explanation).forEach(markdown::phones);
    return markdown.text.toString();
  }

  private void phones(ExplainedPhones explained) {
    Explanation.Phones phones = explained.phones();
    text.heading(2, explained.title());
    text.list(explained.groups());
    text.heading(3, "Candidate paths, best first");
    text.blankLine();
    int number = 1;
    for (AssessedPath candidate : phones.candidates()) {
      text.numbered(
          number++,
          PathText.candidate(candidate),
          Stream.concat(
                  Stream.of(PathText.assessment(candidate)),
                  candidate.findings().stream().map(PathText::finding))
              .toList());
    }
    list("Signatures on these paths", phones.edges().stream().map(PathText::edge).toList());
    list("What each path builder does", phones.builtPaths().stream().map(PathText::built).toList());
    list("Findings", phones.findings().stream().map(PathText::finding).toList());
    if (!phones.facts().isEmpty()) {
      text.heading(3, "Facts");
      text.blankLine();
      EvidenceText evidence = EvidenceText.of(phones);
      int fact = 1;
      for (Fact known : phones.facts()) {
        text.numbered(fact++, evidence.of(known), EvidenceText.details(known));
      }
    }
    list("What a test would settle", phones.questions());
  }

  private void list(String title, List<String> items) {
    if (!items.isEmpty()) {
      text.heading(3, title);
      text.list(items);
    }
  }
}
