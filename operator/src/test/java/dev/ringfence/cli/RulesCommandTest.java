package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.policy.Rule;
import dev.ringfence.policy.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
  @TempDir Path folder;

  @Test
  void listsEveryRuleWithSeverityAndSummary() {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("rules")).isZero();
    assertThat(console.err()).isEmpty();
    String words = console.out().replaceAll("\\s+", " ");
    for (Rule rule : Rules.all()) {
      assertThat(console.out()).contains("\n" + rule.id() + " ");
      assertThat(words).contains(rule.metadata().defaultSeverity().label());
    }
  }

  @Test
  void printsThePageOfARuleAsItIs() throws IOException {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("rules", "TrustAnchorMissing")).isZero();
    assertThat(console.out())
        .isEqualTo(Files.readString(Path.of("docs/rules/TrustAnchorMissing.md")));
  }

  @Test
  void suggestsTheRuleThatWasMeant() {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("rules", "trust-anchor-missing")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .isEqualTo(
            "There is no rule \"trust-anchor-missing\". Did you mean \"TrustAnchorMissing\"?\n");
  }
}
