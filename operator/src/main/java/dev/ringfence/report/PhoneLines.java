package dev.ringfence.report;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.policy.Finding;
import dev.ringfence.policy.GroupReport;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.RenewalReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a report as people read them: groups that differ in no column are one line, and
 * what was found is told once, under a number that the lines refer to.
 *
 * @param lines worst first, then by number of phones
 * @param notes the numbered findings, those on the chain first, then as severe as they are
 */
record PhoneLines(List<Line> lines, List<Note> notes) {

  /** Phones that share all columns, with the numbers of what was found on them. */
  record Line(
      @Nullable String platform,
      @Nullable String family,
      String model,
      String firmware,
      String site,
      String signIn,
      boolean spare,
      Outcome outcome,
      @Nullable Instant breaksAt,
      List<Integer> notes,
      long phones) {}

  /**
   * A finding with its number.
   *
   * @param phones that it concerns, spare ones included; all for a finding on the chain
   */
  record Note(int number, Finding finding, boolean onChain, long phones) {}

  private static final Comparator<Line> WORST_FIRST =
      Comparator.comparing(Line::spare)
          .thenComparing(Line::outcome)
          .thenComparing(line -> -line.phones())
          .thenComparing(Line::model)
          .thenComparing(Line::firmware)
          .thenComparing(Line::site)
          .thenComparing(Line::signIn)
          .thenComparing(line -> String.valueOf(line.platform()))
          .thenComparing(line -> String.valueOf(line.family()))
          .thenComparing(line -> String.valueOf(line.breaksAt()))
          .thenComparing(line -> line.notes().toString());

  static PhoneLines of(RenewalReport report) {
    List<Note> notes = notes(report);
    Map<Finding, Integer> numbers = new HashMap<>();
    notes.stream()
        .filter(note -> !note.onChain())
        .forEach(note -> numbers.put(note.finding(), note.number()));
    Map<Line, Long> phones = new HashMap<>();
    for (GroupReport group : report.groups()) {
      phones.merge(key(group, numbers), group.group().phones(), Long::sum);
    }
    List<Line> lines =
        phones.entrySet().stream()
            .map(entry -> counted(entry.getKey(), entry.getValue()))
            .sorted(WORST_FIRST)
            .toList();
    return new PhoneLines(lines, notes);
  }

  /** What was found on a line, worst first: {@code [2] TrustAnchorMissing, [5] WildcardName}. */
  String reasons(Line line) {
    return line.notes().stream()
        .map(number -> "[%d] %s".formatted(number, notes.get(number - 1).finding().rule()))
        .collect(Collectors.joining(", "));
  }

  private static Line key(GroupReport report, Map<Finding, Integer> numbers) {
    FleetGroup group = report.group();
    return new Line(
        report.platform(),
        report.family(),
        group.model(),
        group.firmware(),
        group.site(),
        group.signIn().label(),
        group.kind() == GroupKind.SPARE,
        report.outcome(),
        report.breaksAt(),
        report.findings().stream()
            .map(finding -> Objects.requireNonNull(numbers.get(finding)))
            .distinct()
            .sorted()
            .toList(),
        0);
  }

  private static Line counted(Line line, long phones) {
    return new Line(
        line.platform,
        line.family,
        line.model,
        line.firmware,
        line.site,
        line.signIn,
        line.spare,
        line.outcome,
        line.breaksAt,
        line.notes,
        phones);
  }

  private static List<Note> notes(RenewalReport report) {
    Map<Finding, Long> phones = new TreeMap<>(Finding.ORDER.thenComparing(Object::toString));
    for (GroupReport group : report.groups()) {
      group.findings().stream()
          .distinct()
          .forEach(finding -> phones.merge(finding, group.group().phones(), Long::sum));
    }
    List<Note> notes = new ArrayList<>();
    for (Finding finding : report.chainFindings()) {
      notes.add(new Note(notes.size() + 1, finding, true, report.phones().total()));
    }
    Comparator<Map.Entry<Finding, Long>> order =
        Comparator.comparing((Map.Entry<Finding, Long> entry) -> entry.getKey().severity())
            .thenComparing(entry -> entry.getKey().result())
            .thenComparing(entry -> -entry.getValue());
    phones.entrySet().stream()
        .sorted(order)
        .forEach(
            entry ->
                notes.add(new Note(notes.size() + 1, entry.getKey(), false, entry.getValue())));
    return notes;
  }
}
