package dev.ringfence.report;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Advice;
import dev.ringfence.policy.CalendarEntry;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A report for a pull request, in GitHub-flavoured Markdown. */
public final class ReportMarkdown {
  private final RenewalReport report;
  private final EvidenceText evidence;
  private final MarkdownText text = new MarkdownText();

  private ReportMarkdown(RenewalReport report) {
    this.report = report;
    this.evidence = EvidenceText.of(report);
  }

  public static String render(RenewalReport report) {
    ReportMarkdown markdown = new ReportMarkdown(report);
    markdown.head();
    if (report.verdict() != Verdict.HOLD) {
      PhoneLines phones = PhoneLines.of(report);
      markdown.phones(phones);
      markdown.findings(phones.notes().notes());
      markdown.repairs();
      markdown.calendar();
      markdown.changes();
    }
    markdown.approvals();
    markdown.details();
    return markdown.text.toString();
  }

  private void head() {
    text.heading(2, Wording.headline(report));
    text.paragraph(Wording.circumstances(report));
    if (!report.problems().isEmpty()) {
      text.list(
          report.problems().stream()
              .map(problem -> problem.reason() + ": " + problem.message())
              .toList());
    }
    if (!report.reasons().isEmpty()) {
      text.list(report.reasons());
    }
  }

  private void phones(PhoneLines phones) {
    text.heading(3, "Phones");
    text.paragraph(Wording.totals(report.phones()));
    if (phones.sitesTogether()) {
      text.paragraph(Wording.SITES_TOGETHER);
    }
    text.table(
        List.of("Model", "Firmware", "Site", "Sign-in", ">Phones", "Outcome", "Breaks at", "Why"),
        phones.lines().stream()
            .map(
                line ->
                    List.of(
                        PhoneTable.model(line),
                        line.firmware(),
                        line.site().isEmpty() ? "-" : line.site(),
                        line.signIn(),
                        PhoneTable.phones(line),
                        line.outcome().label(),
                        Wording.breaksAt(line, report.at()),
                        phones.reasons(line)))
            .toList());
  }

  private void findings(List<FindingNotes.Note> notes) {
    if (notes.isEmpty()) {
      return;
    }
    text.heading(3, "Findings");
    text.blankLine();
    for (FindingNotes.Note note : notes) {
      List<String> further = new ArrayList<>();
      note.told().forEach(told -> further.add(Wording.told(told, note)));
      note.evidence().forEach(statement -> further.add("Evidence: " + evidence.of(statement)));
      note.questions().forEach(question -> further.add("A test would settle: " + question));
      text.numbered(note.number(), Wording.note(note), further);
    }
  }

  private void repairs() {
    if (report.advice().isEmpty()) {
      return;
    }
    text.heading(3, "What would repair it");
    text.blankLine();
    int place = 1;
    for (Advice advice : report.advice()) {
      text.numbered(place++, advice.message(), Wording.further(advice));
    }
  }

  private void changes() {
    text.heading(3, "Against the current chain");
    text.paragraph(Wording.changes(report));
  }

  private void calendar() {
    if (report.calendar().isEmpty()) {
      return;
    }
    text.heading(3, "Calendar");
    List<String> titles = new ArrayList<>(List.of("From"));
    for (Outcome outcome : Outcome.values()) {
      titles.add(">" + outcome.label());
    }
    titles.add("Because");
    text.table(titles, report.calendar().stream().map(ReportMarkdown::calendarRow).toList());
  }

  private static List<String> calendarRow(CalendarEntry entry) {
    List<String> cells = new ArrayList<>(Wording.calendarRow(entry));
    cells.add(String.join(" ", entry.events()));
    return cells;
  }

  private void approvals() {
    if (report.approvals().isEmpty()) {
      return;
    }
    text.heading(3, "Approvals");
    text.list(report.approvals().stream().map(Wording::approval).toList());
  }

  private void details() {
    if (report.chain() != null) {
      chain(report.chain());
    }
    if (!report.inputs().isEmpty()) {
      text.fold("Judged with");
      text.list(report.inputs().stream().map(Wording::input).toList());
      text.endFold();
    }
  }

  private void chain(CertificateChain chain) {
    text.fold("Chain " + chain.sha256());
    text.blankLine();
    int place = 1;
    for (Certificate certificate : chain.certificates()) {
      text.numbered(
          place++,
          certificate.subject().rfc4514(),
          List.of(
              "issued by " + certificate.issuer().rfc4514(),
              Wording.facts(certificate),
              "sha256 " + certificate.sha256()));
    }
    text.endFold();
  }
}
