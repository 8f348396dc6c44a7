package dev.ringfence.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.SignatureVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How often the two builders that stand for an unknown one disagree, on all families of
 * cross-signed certificates. The page shows the table; after an intended change run with {@code
 * -Dringfence.golden=write} and read the difference.
 */
final class AssumedBuildersTest {
  private static final Path PAGE = Path.of("docs/path-builders.md");
  private static final String HEAD = "| family | cases |";
  private static final List<PathProfile> SET =
      List.of(PathProfiles.named("rfc5280"), PathProfiles.named("served-order"));

  /** Counts of one family. */
  private static final class Row {
    private int cases;
    private int bothAccept;
    private int neitherAccepts;
    private int onlyComplete;
    private int onlyServedOrder;
    private int undetermined;

    /** Disagreements that end when one served certificate is left out. */
    private int settled;

    private void count(CertificateGraph graph, CrossSigningFamilies.Question question) {
      var pair = answers(graph, question);
      count(pair);
      if (pair.complete() != pair.servedOrder() && settledByOne(graph, question)) {
        settled++;
      }
    }

    private void count(PathVerdictPair pair) {
      cases++;
      if (pair.complete() && pair.servedOrder()) {
        bothAccept++;
      } else if (pair.complete()) {
        onlyComplete++;
      } else if (pair.servedOrder()) {
        onlyServedOrder++;
      } else {
        neitherAccepts++;
      }
      if (pair.undetermined()) {
        undetermined++;
      }
    }

    private void add(Row other) {
      cases += other.cases;
      bothAccept += other.bothAccept;
      neitherAccepts += other.neitherAccepts;
      onlyComplete += other.onlyComplete;
      onlyServedOrder += other.onlyServedOrder;
      undetermined += other.undetermined;
      settled += other.settled;
    }

    private String text(String name) {
      int disagree = onlyComplete + onlyServedOrder;
      return "| %s | %,d | %,d | %,d | %,d | %,d | %.1f %% |"
          .formatted(
              name,
              cases,
              bothAccept,
              neitherAccepts,
              onlyComplete,
              onlyServedOrder,
              cases == 0 ? 0.0 : 100.0 * disagree / cases);
    }
  }

  private record PathVerdictPair(boolean complete, boolean servedOrder, boolean undetermined) {}

  @Test
  void thePageTellsHowOftenTheyDisagree() throws IOException {
    var suite = new ChainsSuite();
    var families = new CrossSigningFamilies(suite);
    var graph = new CertificateGraph(suite.certificates(), new SignatureVerifier());
    List<String> rows = new ArrayList<>();
    var all = new Row();
    for (var name : families.names()) {
      var row = new Row();
      families.questions(name).forEach(question -> row.count(graph, question));
      rows.add(row.text("`" + name + "`"));
      all.add(row);
    }
    rows.add(all.text("all"));
    rows.forEach(System.out::println);
    System.out.printf(
        "%d of %d disagreements end when one served certificate is left out%n",
        all.settled, all.onlyComplete + all.onlyServedOrder);

    assertThat(families.names()).hasSize(26);
    assertThat(all.undetermined).isZero();
    assertThat(all.onlyComplete).isPositive();
    if ("write".equals(System.getProperty("ringfence.golden"))) {
      rewrite(rows);
    }
    assertThat(table()).isEqualTo(rows);
    assertThat(Files.readString(PAGE))
        .contains(
            "In %,d of these %,d one served certificate makes the difference"
                .formatted(all.settled, all.onlyComplete + all.onlyServedOrder));
  }

  private static boolean settledByOne(
      CertificateGraph graph, CrossSigningFamilies.Question question) {
    for (int i = 1; i < question.served().size(); i++) {
      var fewer = new ArrayList<>(question.served());
      fewer.remove(i);
      var pair =
          answers(graph, new CrossSigningFamilies.Question(fewer, question.store(), question.at()));
      if (pair.complete() && pair.servedOrder()) {
        return true;
      }
    }
    return false;
  }

  /** Both with the checks that the engine makes for a phone: only how paths are built differs. */
  private static PathVerdictPair answers(
      CertificateGraph graph, CrossSigningFamilies.Question question) {
    List<@Nullable PathFailure> failures = new ArrayList<>();
    for (var profile : SET) {
      var budget = SearchBudget.standard();
      failures.add(
          new PathBuilder(graph)
              .build(
                  profile,
                  question.served(),
                  question.store(),
                  question.at(),
                  path -> firstFailure(path, question.at(), budget),
                  budget)
              .failure());
    }
    return new PathVerdictPair(
        failures.get(0) == null,
        failures.get(1) == null,
        failures.stream().anyMatch(failure -> failure != null && failure.undetermined()));
  }

  private static @Nullable PathFailure firstFailure(
      CertificationPath path, Instant at, SearchBudget budget) {
    List<PathFailure> failures = new ArrayList<>(PathChecks.validity(path, at));
    failures.addAll(PathChecks.basicConstraints(path));
    failures.addAll(PathChecks.pathLength(path));
    failures.addAll(PathChecks.keyUsage(path));
    failures.addAll(PathChecks.criticalExtensions(path));
    failures.addAll(PathChecks.nameConstraints(path, budget));
    return failures.isEmpty() ? null : failures.get(0);
  }

  private static List<String> table() throws IOException {
    var lines = Files.readAllLines(PAGE);
    int first = first(lines);
    int end = first;
    while (end < lines.size() && lines.get(end).startsWith("|")) {
      end++;
    }
    return lines.subList(first, end);
  }

  private static int first(List<String> lines) {
    int head = 0;
    while (!lines.get(head).startsWith(HEAD)) {
      head++;
    }
    return head + 2;
  }

  private static void rewrite(List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(PAGE));
    int first = first(lines);
    lines.subList(first, first + table().size()).clear();
    lines.addAll(first, rows);
    Files.writeString(PAGE, String.join("\n", lines) + "\n");
  }
}
