package dev.ringfence.report;

import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.catalog.Statement;
import dev.ringfence.path.BuiltPath;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Explanation;
import dev.ringfence.policy.GroupReport;
import dev.ringfence.policy.RenewalReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement of a catalog in one line: what, with which level, by whom, for which phones. */
final class EvidenceText {
  private final Map<String, Certificate> certificates;

  private EvidenceText(Map<String, Certificate> certificates) {
    this.certificates = Map.copyOf(certificates);
  }

  /** Knows the certificates of the report by their digests, to name them. */
  static EvidenceText of(RenewalReport report) {
    Map<String, Certificate> known = new HashMap<>();
    if (report.chain() != null) {
      report.chain().certificates().forEach(item -> known.put(item.sha256(), item));
    }
    for (GroupReport group : report.groups()) {
      for (BuiltPath built : group.builtPaths()) {
        built.path().forEach(item -> known.put(item.sha256(), item));
      }
    }
    return new EvidenceText(known);
  }

  String of(Statement statement) {
    StringBuilder text = new StringBuilder();
    text.append(key(statement.key())).append(": ").append(value(statement.value()));
    text.append(" (").append(statement.level().label());
    if (!statement.sources().isEmpty()) {
      text.append(", ").append(String.join(", ", statement.sources()));
    }
    text.append("; ").append(statement.scope().describe());
    text.append("; catalog ").append(statement.catalog()).append(')');
    if (statement.note() != null) {
      text.append(". ").append(statement.note());
    }
    return text.toString();
  }

  private String key(FactKey key) {
    Certificate trusted = key.trustedSha256().map(certificates::get).orElse(null);
    return trusted == null
        ? key.id()
        : "trusts %s (sha256 %s)".formatted(trusted.subject().rfc4514(), trusted.sha256());
  }

  /** The same of an explanation. */
  static EvidenceText of(Explanation.Phones phones) {
    Map<String, Certificate> known = new HashMap<>();
    phones.candidates().stream()
        .flatMap(candidate -> candidate.path().certificates().stream())
        .forEach(item -> known.put(item.sha256(), item));
    return new EvidenceText(known);
  }

  /** For example {@code signature.rsassaPss: No, Documented. One statement says so.} */
  String of(Fact fact) {
    return "%s: %s%s. %s"
        .formatted(
            key(fact.key()),
            fact.answer().label(),
            fact.level() == null ? "" : ", " + fact.level().label(),
            fact.why());
  }

  /** The statements below a fact, whose key need not be said again; each once. */
  static List<String> details(Fact fact) {
    return fact.statements().stream()
        .map(
            statement ->
                statement.note() == null
                    ? statement.describe()
                    : statement.describe() + ". " + statement.note())
        .distinct()
        .toList();
  }

  static @Nullable String version(@Nullable FirmwareVersion version) {
    return version == null ? null : version.toString();
  }

  private static String value(@Nullable Boolean value) {
    if (value == null) {
      return "stated to be unknown";
    }
    return value ? "yes" : "no";
  }
}
