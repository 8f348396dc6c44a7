package dev.ringfence.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The strict profile against the cases of x509-limbo that are about what it decides. */
final class LimboTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  @Test
  void decidesEveryCoreCaseAsExpected() {
    var suite = new LimboSuite(NOW);
    var cases = LimboSuite.core();
    var wrong = new TreeMap<String, String>();
    for (var testCase : cases) {
      var verdict = suite.verdict(testCase);
      if (verdict.equals("accepted") != LimboSuite.expectsSuccess(testCase)) {
        wrong.put(testCase.get("id").asText(), verdict);
      }
    }
    System.out.printf(
        "rfc5280 against x509-limbo: %d cases, %d decided otherwise%n", cases.size(), wrong.size());

    assertThat(cases).hasSize(147);
    assertThat(wrong).isEmpty();
  }
}
