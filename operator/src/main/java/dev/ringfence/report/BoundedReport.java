package dev.ringfence.report;

import dev.ringfence.pki.Fingerprint;
import dev.ringfence.policy.GroupReport;
import dev.ringfence.policy.RenewalReport;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A JSON report that fits a given size: the worst and largest groups are kept, in the report's
 * order, and what was left out is declared together with the digest of the whole.
 *
 * @param json at most as long as asked for, unless the report is too long without any group
 * @param sha256 of the whole report, whether shortened or not
 */
public record BoundedReport(String json, String sha256, boolean truncated) {

  /**
   * Renders a report and edits its text.
   *
   * @param edit applied to the whole text, shortened or not; leaves it ASCII
   */
  public static BoundedReport render(
      RenewalReport report, UnaryOperator<String> edit, int maxBytes) {
    String whole = edit.apply(ReportJson.render(report));
    String sha256 = sha256(whole);
    if (whole.length() <= maxBytes) {
      return new BoundedReport(whole, sha256, false);
    }
    List<Integer> ranked = ranked(report.groups());
    int fits = 0;
    int tooMany = ranked.size();
    String shortened = edit.apply(shortened(report, ranked, 0, sha256));
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) >>> 1;
      String candidate = edit.apply(shortened(report, ranked, middle, sha256));
      if (candidate.length() <= maxBytes) {
        fits = middle;
        shortened = candidate;
      } else {
        tooMany = middle;
      }
    }
    return new BoundedReport(shortened, sha256, true);
  }

  /** Indexes of the groups, the one to keep first in front. */
  private static List<Integer> ranked(List<GroupReport> groups) {
    return IntStream.range(0, groups.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> groups.get(i).outcome())
                .thenComparing(i -> -groups.get(i).group().phones())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static String shortened(
      RenewalReport report, List<Integer> ranked, int count, String sha256) {
    Set<Integer> chosen = new HashSet<>(ranked.subList(0, count));
    List<GroupReport> kept =
        IntStream.range(0, ranked.size())
            .filter(chosen::contains)
            .mapToObj(report.groups()::get)
            .toList();
    long omitted =
        ranked.subList(count, ranked.size()).stream()
            .mapToLong(i -> report.groups().get(i).group().phones())
            .sum();
    return ReportJson.render(report, new Truncation(kept, ranked.size() - count, omitted, sha256));
  }

  /** The JSON is pure ASCII, so characters are bytes. */
  private static String sha256(String json) {
    return Fingerprint.sha256(json.getBytes(StandardCharsets.US_ASCII));
  }
}
