package dev.ringfence.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the rules and the rules themselves both say. */
class RulePagesTest {
  private static final Path PAGES = Path.of("docs", "rules");

  static List<Rule> documented() {
    return Rules.all().stream().filter(rule -> Files.exists(page(rule))).toList();
  }

  private static Path page(Rule rule) {
    return PAGES.resolve(rule.id() + ".md");
  }

  @ParameterizedTest
  @MethodSource("documented")
  void aPageBeginsWithNameAndSummary(Rule rule) throws IOException {
    assertThat(Files.readString(page(rule)))
        .startsWith("# %s\n\n%s\n".formatted(rule.id(), rule.metadata().summary()));
  }

  @ParameterizedTest
  @MethodSource("documented")
  void aPageNamesSeverityAndWhatIsAffected(Rule rule) throws IOException {
    var severity = rule.metadata().defaultSeverity().label();
    var affects =
        rule.metadata().affects().stream().map(Affects::label).collect(Collectors.joining(", "));

    assertThat(Files.readString(page(rule)))
        .contains("| %s | %s | ".formatted(severity, affects.isEmpty() ? "nothing" : affects))
        .contains("`severities: {%s: %s}`".formatted(rule.id(), severity));
  }

  @Test
  void everyPageBelongsToARule() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(Rules.named(name)).isPresent());
    }
  }
}
