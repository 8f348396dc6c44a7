package dev.ringfence.report;

import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Advice;
import dev.ringfence.policy.ApprovalReport;
import dev.ringfence.policy.CalendarEntry;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import java.util.List;

/** A report for people: what happens, to which phones, why, and what would repair it. */
public final class ReportText {
  private final TextLayout layout;
  private final TextPage page;
  private final RenewalReport report;
  private final EvidenceText evidence;

  private ReportText(RenewalReport report, TextLayout layout) {
    this.report = report;
    this.evidence = EvidenceText.of(report);
    this.layout = layout;
    this.page = new TextPage(layout);
  }

  public static String render(RenewalReport report, TextLayout layout) {
    ReportText text = new ReportText(report, layout);
    text.head();
    if (report.verdict() != Verdict.HOLD) {
      PhoneLines phones = PhoneLines.of(report);
      text.phones(phones);
      text.notes(phones.notes().notes());
      text.repairs();
      text.calendar();
      text.changes();
    }
    text.approvals();
    text.chain();
    text.inputs();
    return text.page.toString();
  }

  private void head() {
    String headline = Printable.line(Wording.headline(report));
    TextWrap.lines(headline, layout.width()).forEach(line -> page.raw(paint(line)));
    page.paragraph(Wording.circumstances(report));
    if (!report.problems().isEmpty()) {
      page.heading("Why no verdict");
      report
          .problems()
          .forEach(problem -> page.item("- ", problem.reason() + ": " + problem.message()));
    }
    if (!report.reasons().isEmpty()) {
      page.heading("Why");
      report.reasons().forEach(reason -> page.item("- ", reason));
    }
  }

  private String paint(String headline) {
    return switch (report.verdict()) {
      case ALLOW -> layout.green(headline);
      case WARN -> layout.yellow(headline);
      case BLOCK -> report.gate() == Gate.OPEN ? layout.yellow(headline) : layout.red(headline);
      case HOLD -> layout.red(headline);
    };
  }

  private void chain() {
    if (report.chain() == null) {
      return;
    }
    page.heading("Chain");
    page.item("sha256 ", report.chain().sha256());
    int place = 1;
    for (Certificate certificate : report.chain().certificates()) {
      page.item(place++ + ". ", certificate.subject().rfc4514());
      page.item(5, "issued by ", certificate.issuer().rfc4514());
      page.item(5, "", Wording.facts(certificate));
      page.item(5, "sha256 ", certificate.sha256());
    }
  }

  private void phones(PhoneLines phones) {
    page.heading("Phones");
    page.paragraph(Wording.totals(report.phones()));
    if (phones.sitesTogether()) {
      page.paragraph(Wording.SITES_TOGETHER);
    }
    page.raw("");
    page.table(PhoneTable.of(phones, report.at(), layout));
  }

  private void notes(List<FindingNotes.Note> notes) {
    if (notes.isEmpty()) {
      return;
    }
    page.heading("Findings");
    for (FindingNotes.Note note : notes) {
      page.item("[" + note.number() + "] ", Wording.note(note));
      for (FindingNotes.Told told : note.told()) {
        page.item(6, note.told().size() == 1 ? "" : "- ", Wording.told(told, note));
      }
      note.evidence().forEach(statement -> page.item(6, "evidence: ", evidence.of(statement)));
      note.questions().forEach(question -> page.item(6, "a test would settle: ", question));
    }
  }

  private void repairs() {
    if (report.advice().isEmpty()) {
      return;
    }
    page.heading("What would repair it");
    for (Advice advice : report.advice()) {
      page.item("- ", advice.message());
      Wording.further(advice).forEach(line -> page.item(4, "", line));
    }
  }

  private void changes() {
    page.heading("Against the current chain");
    page.paragraph(Wording.changes(report));
  }

  private void calendar() {
    if (report.calendar().isEmpty()) {
      return;
    }
    page.heading("Calendar");
    TextTable table =
        new TextTable(
            TextTable.left("From"),
            TextTable.right(Outcome.BROKEN.label()),
            TextTable.right(Outcome.UNDETERMINED.label()),
            TextTable.right(Outcome.AT_RISK.label()),
            TextTable.right(Outcome.COMPATIBLE.label()));
    for (CalendarEntry entry : report.calendar()) {
      table.row(Wording.calendarRow(entry).toArray(String[]::new));
      entry.events().forEach(table::under);
    }
    page.table(table);
  }

  private void approvals() {
    if (report.approvals().isEmpty()) {
      return;
    }
    page.heading("Approvals");
    for (ApprovalReport approval : report.approvals()) {
      page.item("- ", Wording.approval(approval));
    }
  }

  private void inputs() {
    if (report.inputs().isEmpty()) {
      return;
    }
    page.heading("Judged with");
    report.inputs().forEach(input -> page.item("- ", Wording.input(input)));
  }
}
