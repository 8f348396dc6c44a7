package dev.ringfence.report;

import dev.ringfence.catalog.Statement;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Finding;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.GroupReport;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The findings of a report for people: a rule with one result is told once, under a number, with
 * the sentences it has for different phones.
 *
 * @param notes those on the chain first, then as severe as they are, then by number of phones
 */
record FindingNotes(List<Note> notes) {

  /** What findings have in common that are told together. */
  record Heading(
      boolean onChain,
      Severity severity,
      FindingResult result,
      String rule,
      List<Affects> affects) {
    static Heading of(Finding finding, boolean onChain) {
      return new Heading(
          onChain, finding.severity(), finding.result(), finding.rule(), finding.affects());
    }
  }

  /**
   * One sentence.
   *
   * @param phones of which it is said
   */
  record Told(String message, long phones) {}

  /**
   * Findings under one number.
   *
   * @param phones that they concern, spare ones included; all for findings on the chain
   * @param told for most phones first
   */
  record Note(
      int number,
      Heading heading,
      long phones,
      List<Told> told,
      List<Statement> evidence,
      List<String> questions) {}

  static FindingNotes of(RenewalReport report) {
    Map<Heading, Collected> collected = new HashMap<>();
    for (Finding finding : report.chainFindings()) {
      collected
          .computeIfAbsent(Heading.of(finding, true), heading -> new Collected())
          .add(List.of(finding), report.phones().total());
    }
    for (GroupReport group : report.groups()) {
      Map<Heading, List<Finding>> found = new HashMap<>();
      group
          .findings()
          .forEach(
              finding ->
                  found
                      .computeIfAbsent(Heading.of(finding, false), heading -> new ArrayList<>())
                      .add(finding));
      found.forEach(
          (heading, findings) ->
              collected
                  .computeIfAbsent(heading, first -> new Collected())
                  .add(findings, group.group().phones()));
    }
    return new FindingNotes(numbered(collected));
  }

  private static List<Note> numbered(Map<Heading, Collected> collected) {
    Comparator<Map.Entry<Heading, Collected>> order =
        Comparator.comparing((Map.Entry<Heading, Collected> entry) -> !entry.getKey().onChain())
            .thenComparing(entry -> entry.getKey().severity())
            .thenComparing(entry -> entry.getKey().result())
            .thenComparing(entry -> -entry.getValue().phones)
            .thenComparing(entry -> entry.getKey().rule())
            .thenComparing(entry -> entry.getKey().affects().toString());
    List<Note> notes = new ArrayList<>();
    collected.entrySet().stream()
        .sorted(order)
        .forEach(entry -> notes.add(entry.getValue().note(notes.size() + 1, entry.getKey())));
    return List.copyOf(notes);
  }

  /** The numbers of what was found on a group, ascending. */
  List<Integer> numbersOf(GroupReport group) {
    List<Heading> headings =
        group.findings().stream().map(finding -> Heading.of(finding, false)).toList();
    return notes.stream()
        .filter(note -> headings.contains(note.heading()))
        .map(Note::number)
        .toList();
  }

  String rule(int number) {
    return notes.get(number - 1).heading().rule();
  }

  /** What comes together under one heading. */
  private static final class Collected {
    private final Map<String, Long> messages = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long phones;

    void add(List<Finding> ofGroup, long count) {
      phones += count;
      findings.addAll(ofGroup);
      ofGroup.stream()
          .map(Finding::message)
          .distinct()
          .forEach(message -> messages.merge(message, count, Long::sum));
    }

    Note note(int number, Heading heading) {
      return new Note(
          number,
          heading,
          phones,
          messages.entrySet().stream()
              .map(entry -> new Told(entry.getKey(), entry.getValue()))
              .sorted(
                  Comparator.comparingLong((Told told) -> -told.phones())
                      .thenComparing(Told::message))
              .toList(),
          evidence(),
          questions());
    }

    private List<Statement> evidence() {
      return findings.stream()
          .flatMap(finding -> finding.evidence().stream())
          .distinct()
          .sorted(Statement.ORDER)
          .toList();
    }

    private List<String> questions() {
      return findings.stream()
          .flatMap(finding -> Stream.ofNullable(finding.question()))
          .distinct()
          .sorted()
          .toList();
    }
  }
}
