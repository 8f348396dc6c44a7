package dev.ringfence.report;

import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Advice;
import dev.ringfence.policy.Approval;
import dev.ringfence.policy.ApprovalReport;
import dev.ringfence.policy.CalendarEntry;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.PhoneCounts;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the text and the Markdown of a report say in the same words. */
final class Wording {
  static final String SITES_TOGETHER =
      "Sites are counted together here; the report in JSON has each of them.";

  private static final int MAX_ANSWERS = 6;

  private Wording() {}

  /** Verdict, gate and the phones lost, in one line. */
  static String headline(RenewalReport report) {
    String gate = report.verdict().label() + ", gate " + report.gate().label();
    if (report.verdict() == Verdict.HOLD) {
      return gate + ": no verdict could be reached.";
    }
    PhoneCounts phones = report.phones();
    List<String> parts = new ArrayList<>();
    parts.add("%s of %s lost".formatted(count(phones.broken()), phones(phones.total())));
    if (phones.undetermined() > 0) {
      parts.add("%s undetermined".formatted(count(phones.undetermined())));
    }
    if (phones.atRisk() > 0) {
      parts.add("%s at risk".formatted(count(phones.atRisk())));
    }
    return gate + ": " + String.join(", ", parts) + ".";
  }

  /** When, under which mode, and what follows when nothing is changed. */
  static String circumstances(RenewalReport report) {
    StringBuilder text = new StringBuilder();
    text.append("Judged at %s, mode %s.".formatted(report.at(), report.mode().label()));
    if (report.verdict() == Verdict.BLOCK && report.gate() == Gate.OPEN) {
      text.append(
          report.approved() ? " An approval opened the gate." : " The mode opened the gate.");
    }
    Instant breaksAt = report.breaksAt();
    boolean atOnce = report.phones().broken() > 0;
    if (atOnce) {
      text.append(" Phones fail at once.");
    }
    if (breaksAt != null && breaksAt.isAfter(report.at())) {
      text.append(" %s fail at %s.".formatted(atOnce ? "More" : "The first", breaksAt));
    }
    if (report.nextChange() != null) {
      text.append(" The answer next changes at %s.".formatted(report.nextChange()));
    }
    return text.toString();
  }

  static String totals(PhoneCounts phones) {
    StringBuilder text = new StringBuilder("%s in use:".formatted(phones(phones.total())));
    String separator = " ";
    for (Outcome outcome : Outcome.values()) {
      text.append(separator).append(count(phones.of(outcome))).append(' ').append(outcome.label());
      separator = ", ";
    }
    return text.append('.').toString();
  }

  static String changes(RenewalReport report) {
    return report.changes() == null
        ? "No current chain was given, so what this renewal changes is not known."
        : "%s regressed, %s recovered, %s still broken, %s still compatible, %s unclear."
            .formatted(
                count(report.changes().regressed()),
                count(report.changes().recovered()),
                count(report.changes().stillBroken()),
                count(report.changes().stillCompatible()),
                count(report.changes().unclear()));
  }

  static String note(FindingNotes.Note note) {
    FindingNotes.Heading heading = note.heading();
    return "%s: %s %s, %s%s."
        .formatted(
            heading.rule(),
            heading.severity().label(),
            heading.result().label(),
            heading.onChain() ? "on the chain itself, so all phones" : phones(note.phones()),
            heading.affects().isEmpty()
                ? ""
                : ", affects "
                    + heading.affects().stream()
                        .map(affects -> affects.label())
                        .collect(Collectors.joining(", ")));
  }

  /** A sentence of a note, with its phones where they are not those of the whole note. */
  static String told(FindingNotes.Told told, FindingNotes.Note note) {
    return note.heading().onChain() || told.phones() == note.phones()
        ? told.message()
        : phones(told.phones()) + ": " + told.message();
  }

  static String approval(ApprovalReport report) {
    Approval approval = report.approval();
    String state =
        report.failingClause() == null ? "in force." : "not in force. " + report.failingClause();
    return "%s by %s, up to %s until %s%s: %s"
        .formatted(
            approval.name(),
            approval.approvedBy(),
            phones(approval.maxPhones()),
            approval.expiresAt(),
            approval.change() == null ? "" : ", change " + approval.change(),
            state);
  }

  /** What stands below the message of an advice: upgrades apart, what a tool would be told. */
  static List<String> further(Advice advice) {
    List<String> lines = new ArrayList<>();
    if (!advice.kind().verified()) {
      lines.add("Not evaluated.");
    }
    advice.commands().forEach(command -> lines.add("Command: " + command));
    advice.effect().profiles().stream()
        .limit(MAX_ANSWERS)
        .map(
            verdict ->
                "%s, %s: %s; after it: %s"
                    .formatted(
                        verdict.profile(),
                        phones(verdict.phones()),
                        verdict.before().text(),
                        verdict.after().text()))
        .forEach(lines::add);
    int more = advice.effect().profiles().size() - MAX_ANSWERS;
    if (more > 0) {
      lines.add("%d more answers of path builders are in the report in JSON.".formatted(more));
    }
    return lines;
  }

  /** The cells of a calendar: since when, and the phones by outcome. */
  static List<String> calendarRow(CalendarEntry entry) {
    List<String> cells = new ArrayList<>();
    cells.add(entry.at().toString());
    for (Outcome outcome : Outcome.values()) {
      cells.add(count(entry.phones().of(outcome)));
    }
    return cells;
  }

  static String facts(Certificate certificate) {
    return "%s, %s, valid from %s to %s"
        .formatted(
            certificate.signatureAlgorithm().name(),
            certificate.publicKey().name(),
            certificate.validity().notBefore(),
            certificate.validity().notAfter());
  }

  static String input(InputDigest input) {
    return "%s %s, generation %s, sha256 %s"
        .formatted(input.kind(), input.name(), input.generation(), input.digest());
  }

  /** A day and a time, between which a narrow column may be broken. */
  static String breaksAt(PhoneLines.Line line, Instant at) {
    if (line.outcome() == Outcome.BROKEN) {
      return "now";
    }
    Instant breaksAt = line.breaksAt();
    if (breaksAt == null) {
      return "-";
    }
    return breaksAt.isAfter(at) ? breaksAt.toString().replace('T', ' ') : "now";
  }

  static String phones(long phones) {
    return count(phones) + (phones == 1 ? " phone" : " phones");
  }

  /** Java would load the data of locales to separate thousands, even where there are none. */
  static String count(long number) {
    return number >= 0 && number < 1000
        ? Long.toString(number)
        : String.format(Locale.US, "%,d", number);
  }
}
