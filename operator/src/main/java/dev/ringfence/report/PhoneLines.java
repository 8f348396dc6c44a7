package dev.ringfence.report;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.policy.GroupReport;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.RenewalReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a report as people read them: groups that differ in no column are one line, and
 * what was found is told once, under a number that the lines refer to.
 *
 * @param lines worst first, then by number of phones
 * @param notes what was found, under the numbers that the lines refer to
 * @param sitesTogether whether phones of different sites share lines, because there are too many
 */
record PhoneLines(List<Line> lines, FindingNotes notes, boolean sitesTogether) {
  /** What a person reads; beyond it sites are counted together. */
  private static final int MOST_LINES = 60;

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
    FindingNotes notes = FindingNotes.of(report);
    List<Line> bySite = lines(report, notes, true);
    return bySite.size() <= MOST_LINES
        ? new PhoneLines(bySite, notes, false)
        : new PhoneLines(lines(report, notes, false), notes, true);
  }

  private static List<Line> lines(RenewalReport report, FindingNotes notes, boolean bySite) {
    Map<Line, Long> phones = new HashMap<>();
    Map<Line, Set<String>> sites = new HashMap<>();
    for (GroupReport group : report.groups()) {
      Line key = key(group, notes, bySite ? group.group().site() : "");
      phones.merge(key, group.group().phones(), Long::sum);
      sites.computeIfAbsent(key, first -> new TreeSet<>()).add(group.group().site());
    }
    return phones.entrySet().stream()
        .map(
            entry ->
                counted(
                    entry.getKey(), entry.getValue(), sites.getOrDefault(entry.getKey(), Set.of())))
        .sorted(WORST_FIRST)
        .toList();
  }

  /** What was found on a line, worst first: {@code [2] TrustAnchorMissing, [5] WildcardName}. */
  String reasons(Line line) {
    return line.notes().stream()
        .map(number -> "[" + number + "] " + notes.rule(number))
        .collect(Collectors.joining(", "));
  }

  private static Line key(GroupReport report, FindingNotes notes, String site) {
    FleetGroup group = report.group();
    return new Line(
        report.platform(),
        report.family(),
        group.model(),
        group.firmware(),
        site,
        group.signIn().label(),
        group.kind() == GroupKind.SPARE,
        report.outcome(),
        report.breaksAt(),
        notes.numbersOf(report),
        0);
  }

  private static Line counted(Line line, long phones, Set<String> sites) {
    return new Line(
        line.platform,
        line.family,
        line.model,
        line.firmware,
        sites.size() == 1 ? sites.iterator().next() : sites.size() + " sites",
        line.signIn,
        line.spare,
        line.outcome,
        line.breaksAt,
        line.notes,
        phones);
  }
}
