package dev.ringfence.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one catalog says otherwise than another; every list is sorted. */
public record CatalogDiff(
    List<Change> certificates, List<Change> releases, List<Change> statements) {
  public CatalogDiff {
    certificates = List.copyOf(certificates);
    releases = List.copyOf(releases);
    statements = List.copyOf(statements);
  }

  /**
   * One difference.
   *
   * @param subject a certificate, a release, or a fact with its scope or store
   * @param before in the first catalog, null if it is not there
   * @param after in the second catalog, null if it is not there
   */
  public record Change(String subject, @Nullable String before, @Nullable String after) {
    public Kind kind() {
      if (before == null) {
        return Kind.ADDED;
      }
      return after == null ? Kind.REMOVED : Kind.CHANGED;
    }
  }

  /** Seen from the first catalog. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  public boolean isEmpty() {
    return certificates.isEmpty() && releases.isEmpty() && statements.isEmpty();
  }

  public static CatalogDiff between(FirmwareCatalog a, FirmwareCatalog b) {
    return new CatalogDiff(
        changes(
            described(a.certificates(), CatalogDiff::subject, CatalogDiff::describe),
            described(b.certificates(), CatalogDiff::subject, CatalogDiff::describe)),
        changes(
            described(a.releases(), FirmwareRelease::describe, CatalogDiff::describe),
            described(b.releases(), FirmwareRelease::describe, CatalogDiff::describe)),
        changes(statements(a), statements(b)));
  }

  private static String subject(CatalogCertificate certificate) {
    return "%s (SHA-256 %s)".formatted(certificate.subject(), certificate.sha256());
  }

  private static String describe(CatalogCertificate certificate) {
    return "%s, valid from %s to %s, %s"
        .formatted(
            certificate.id(),
            certificate.notBefore(),
            certificate.notAfter(),
            certificate.encoding() == null ? "known by its digest" : "with its encoding");
  }

  private static String describe(FirmwareRelease release) {
    return "families %s, built from %s to %s, trust store %s, path builders %s, %s (%s)%s%s"
        .formatted(
            String.join(" ", new TreeSet<>(release.families())),
            orUnknown(release.earliest()),
            orUnknown(release.latest()),
            orUnknown(release.trustStore()),
            release.profiles().isEmpty() ? "of the family" : String.join(" ", release.profiles()),
            release.level().label(),
            String.join(", ", release.sources()),
            release.damaged() ? ", with a defect" : "",
            release.note() == null ? "" : ": " + release.note());
  }

  private static String orUnknown(@Nullable Object value) {
    return value == null ? "unknown" : value.toString();
  }

  /** Statements of both kinds, those within trust stores included. */
  private static Map<String, List<String>> statements(FirmwareCatalog catalog) {
    var names = new TreeMap<String, String>();
    catalog.certificates().forEach(known -> names.put(known.sha256(), known.id()));
    var statements = new TreeMap<String, List<String>>();
    for (var statement : catalog.statements()) {
      add(
          statements,
          "%s, %s".formatted(shown(statement.key(), names), statement.scope().describe()),
          "%s, %s (%s)%s"
              .formatted(
                  statement.valueLabel(),
                  statement.level().label(),
                  String.join(", ", statement.sources()),
                  statement.note() == null ? "" : ": " + statement.note()));
    }
    for (var store : catalog.trustStores()) {
      add(
          statements,
          "trust store %s".formatted(store.name()),
          Boolean.TRUE.equals(store.complete()) ? "complete" : "not complete");
      for (var entry : store.entries()) {
        add(
            statements,
            "trust store %s, %s".formatted(store.name(), named(entry.sha256(), names)),
            "%s, %s (%s)%s"
                .formatted(
                    entry.present() == null ? "unknown" : entry.present() ? "present" : "absent",
                    entry.level().label(),
                    String.join(", ", entry.sources()),
                    entry.note() == null ? "" : ": " + entry.note()));
      }
    }
    return statements;
  }

  private static String shown(FactKey key, Map<String, String> names) {
    return key.trustedSha256().map(sha256 -> "trusts " + named(sha256, names)).orElse(key.id());
  }

  private static String named(String sha256, Map<String, String> names) {
    var id = names.get(sha256);
    return id == null ? sha256 : "%s (%s)".formatted(sha256, id);
  }

  private static <T> Map<String, List<String>> described(
      List<T> values, Function<T, String> subject, Function<T, String> description) {
    var described = new TreeMap<String, List<String>>();
    values.forEach(value -> add(described, subject.apply(value), description.apply(value)));
    return described;
  }

  private static void add(Map<String, List<String>> all, String subject, String description) {
    all.computeIfAbsent(subject, unused -> new ArrayList<>()).add(description);
  }

  private static List<Change> changes(
      Map<String, List<String>> before, Map<String, List<String>> after) {
    var subjects = new TreeSet<>(before.keySet());
    subjects.addAll(after.keySet());
    return subjects.stream()
        .map(subject -> new Change(subject, joined(before, subject), joined(after, subject)))
        .filter(change -> !Objects.equals(change.before(), change.after()))
        .sorted(Comparator.comparing(Change::subject))
        .toList();
  }

  private static @Nullable String joined(Map<String, List<String>> all, String subject) {
    var found = all.get(subject);
    return found == null ? null : String.join(" | ", found.stream().sorted().toList());
  }
}
