package dev.ringfence.report;

import dev.ringfence.path.BuiltPath;
import dev.ringfence.path.PathFailure;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.AssessedPath;
import dev.ringfence.policy.Explanation;
import dev.ringfence.policy.Finding;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Paths in words, for the explanations. */
final class PathText {
  private PathText() {}

  /** For example {@code pool.example.com < Example CA < Example Root (anchor)}. */
  static String candidate(AssessedPath assessed) {
    List<String> names =
        new ArrayList<>(assessed.path().signed().stream().map(PathText::name).toList());
    Certificate anchor = assessed.path().anchor();
    names.add(anchor == null ? "an issuer that nobody has seen" : name(anchor) + " (anchor)");
    return String.join(" < ", names);
  }

  static String assessment(AssessedPath assessed) {
    if (assessed.usable()) {
      return "works";
    }
    return assessed.violatedErrors() > 0
        ? "fails by " + errors(assessed, FindingResult.VIOLATED)
        : "undetermined by " + errors(assessed, FindingResult.UNDETERMINED);
  }

  private static String errors(AssessedPath assessed, FindingResult result) {
    return assessed.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR && finding.result() == result)
        .map(Finding::rule)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  static String edge(Explanation.Edge edge) {
    return "%s is signed by %s: %s"
        .formatted(
            name(edge.child()),
            name(edge.issuer()),
            edge.signature().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  static String built(BuiltPath built) {
    String path = built.path().stream().map(PathText::name).collect(Collectors.joining(" < "));
    PathFailure failure = built.failure();
    String result = failure == null ? "builds and accepts" : verb(built) + failure.reason();
    return "%s %s: %s%s"
        .formatted(built.profile(), result, path, failure == null ? "" : ". " + failure.detail());
  }

  private static String verb(BuiltPath built) {
    return built.result() == BuiltPath.Result.BUILT ? "builds, then fails by " : "ends by ";
  }

  static String finding(Finding finding) {
    return "%s, %s %s: %s"
        .formatted(
            finding.rule(),
            finding.severity().label(),
            finding.result().label(),
            finding.message());
  }

  static String name(Certificate certificate) {
    return "%s (%s)".formatted(certificate.displayName(), certificate.sha256().substring(0, 16));
  }
}
