package dev.ringfence.cli;

import dev.ringfence.catalog.Answer;
import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.catalog.FirmwareRelease;
import dev.ringfence.catalog.Statement;
import dev.ringfence.pki.Certificate;
import dev.ringfence.report.TextPage;
import dev.ringfence.report.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of one build of firmware: every fact with its evidence, and the roots it trusts.
 */
final class FactsPage {
  private static final int INDENT = 6;

  private final FirmwareCatalogs catalogs;
  private final FirmwareFacts facts;
  private final TextPage page;
  private final SortedMap<String, String> sources = new TreeMap<>();

  FactsPage(FirmwareCatalogs catalogs, FirmwareFacts facts, TextPage page) {
    this.catalogs = catalogs;
    this.facts = facts;
    this.page = page;
  }

  void everything() {
    FirmwareRelease release = facts.release();
    page.heading(
        "%s %s, family %s%s"
            .formatted(
                facts.platform(),
                facts.version(),
                facts.family(),
                release == null ? ", not a listed release" : ", " + release.name()));
    if (release != null && release.note() != null) {
      page.paragraph(release.note());
    }
    page.item(
        "path builders: ",
        facts.profiles().isEmpty() ? "unknown" : String.join(", ", facts.profiles()));
    for (FactKey key : facts.statedFacts()) {
      if (key.trustedSha256().isEmpty()) {
        fact(facts.fact(key));
      }
    }
    roots();
    page.heading("Sources");
    sources.forEach((id, title) -> page.item(id + ": ", title));
  }

  private void fact(Fact fact) {
    page.item("- ", answer(fact) + ". " + fact.why());
    Set<String> told = new HashSet<>();
    for (Statement statement : fact.statements()) {
      // What implies the fact may be said for several facts at once; it is told once.
      if (told.add(statement.describe() + statement.note())) {
        statement(statement);
      }
    }
  }

  private void statement(Statement statement) {
    page.item(INDENT, "evidence: ", statement.describe());
    if (statement.note() != null) {
      page.item(INDENT + 10, "", statement.note());
    }
    for (String source : statement.sources()) {
      catalogs
          .source(statement.catalog(), source)
          .ifPresent(
              known ->
                  sources.put(
                      source,
                      known.address() == null
                          ? known.title()
                          : "%s, %s".formatted(known.title(), known.address())));
    }
  }

  private void roots() {
    page.heading("Trusted roots");
    page.paragraph(
        facts.storeComplete()
            ? "The list is complete: every other root is absent."
            : "The list is not complete: whether another root is present is not known.");
    TextTable table =
        new TextTable(
            TextTable.left("Trusted"),
            TextTable.left("Root"),
            TextTable.left("Until"),
            TextTable.left("SHA-256"),
            TextTable.left("Evidence"));
    for (Answer answer : List.of(Answer.YES, Answer.UNKNOWN, Answer.NO)) {
      rooted(answer).forEach(certificate -> root(certificate, table));
    }
    page.table(table);
  }

  private List<Certificate> rooted(Answer answer) {
    List<Certificate> found = new ArrayList<>();
    for (Certificate certificate : catalogs.certificates()) {
      Fact fact = facts.trusts(certificate);
      if (fact.answer() == answer && !fact.statements().isEmpty()) {
        found.add(certificate);
      }
    }
    found.sort(Comparator.comparing(Certificate::displayName).thenComparing(Certificate::sha256));
    return found;
  }

  private void root(Certificate certificate, TextTable table) {
    Fact fact = facts.trusts(certificate);
    table.row(
        fact.answer().label(),
        certificate.displayName(),
        certificate.validity().notAfter().toString().substring(0, 10),
        certificate.sha256().substring(0, 16),
        fact.level() == null ? fact.why() : fact.level().label());
  }

  /** For example {@code signature.sha256WithRSAEncryption: Yes, Inferred}. */
  static String answer(Fact fact) {
    return "%s: %s%s"
        .formatted(
            fact.key().id(),
            fact.answer().label(),
            fact.level() == null ? "" : ", " + fact.level().label());
  }
}
