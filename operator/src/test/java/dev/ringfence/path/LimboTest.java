package dev.ringfence.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The strict profile against the cases of x509-limbo that are about what it decides. */
final class LimboTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  @Test
  void decidesEveryCoreCaseAsExpected() {
    var suite = new LimboSuite(NOW);
    var cases = LimboSuite.core();
    var wrong = new TreeMap<String, String>();
    var undetermined = new TreeSet<String>();
    for (var testCase : cases) {
      var verdict = suite.verdict(testCase);
      if (LimboSuite.isUndetermined(verdict)) {
        undetermined.add(testCase.get("id").asText() + " " + verdict.split(":", -1)[0]);
      }
      if (verdict.equals("accepted") != LimboSuite.expectsSuccess(testCase)) {
        wrong.put(testCase.get("id").asText(), verdict);
      }
    }
    System.out.printf(
        "rfc5280 against x509-limbo: %d cases, %d decided otherwise, undetermined %s%n",
        cases.size(), wrong.size(), undetermined);

    // Hostile inputs by their budget, and a key that nothing here verifies.
    assertThat(undetermined).hasSize(5);
    assertThat(cases).hasSize(147);
    assertThat(wrong).isEmpty();
  }

  /** Without the server's name, as in BetterTLS the name is what constraints are held against. */
  @Test
  void decidesEveryCaseOfBetterTlsAsExpected() throws IOException {
    var suite = new LimboSuite(NOW);
    var wrong = new TreeMap<String, String>();
    int decided = 0;
    int undetermined = 0;
    for (var testCase :
        new ObjectMapper().readTree(Suites.open("limbo/limbo.json.xz")).get("testcases")) {
      if (!testCase.get("id").asText().startsWith("bettertls::")) {
        continue;
      }
      decided++;
      var verdict = suite.verdict(testCase);
      undetermined += LimboSuite.isUndetermined(verdict) ? 1 : 0;
      if (verdict.equals("accepted") != LimboSuite.expectsSuccess(testCase)) {
        wrong.put(testCase.get("id").asText(), verdict);
      }
    }
    System.out.printf(
        "rfc5280 against BetterTLS: %d cases, %d decided otherwise, %d undetermined%n",
        decided, wrong.size(), undetermined);

    assertThat(undetermined).isZero();
    assertThat(decided).isEqualTo(9_572);
    assertThat(wrong).isEmpty();
  }
}
