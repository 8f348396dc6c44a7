package dev.ringfence.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The OpenSSL profiles with the purpose of a server, on x509-limbo and BetterTLS. */
final class LimboVerdictsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final Map<String, String> LIBRARIES =
      Map.of("openssl-1.0.1", "openssl-1.0.1l", "openssl-1.0.2", "openssl-1.0.2s");

  /** By library and case. */
  private final Map<String, Map<String, String>> verdicts = new HashMap<>();

  /** By profile and what differs. */
  private final Map<String, Integer> differences = new TreeMap<>();

  private int judged;

  @Test
  void acceptsNothingThatOpenSslRejects() throws IOException {
    readVerdicts();
    var suite = new LimboSuite(NOW);
    for (var testCase :
        new ObjectMapper().readTree(Suites.open("limbo/limbo.json.xz")).get("testcases")) {
      judge(suite, testCase);
    }
    System.out.printf(
        "OpenSSL profiles against x509-limbo and BetterTLS: %d judgements, %s%n",
        judged, differences);

    assertThat(judged).isEqualTo(2 * 4_873);
    // An alternative name extension that cannot be decoded does not exist for OpenSSL. Here the
    // certificate is refused, or the kind of name is taken for what its tag says.
    assertThat(differences)
        .isEqualTo(
            LIBRARIES.keySet().stream()
                .flatMap(
                    profile ->
                        Map.of(
                            profile + " rejects: unreadable", 166,
                            profile + " rejects: NameConstraintViolated", 7,
                            profile + " rejects: SearchBudgetExhausted", 1)
                            .entrySet()
                            .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private void readVerdicts() {
    var lines = Suites.text("limbo/library-verdicts.tsv.xz").lines().toList();
    var columns = List.of(lines.get(0).split("\t", -1));
    for (var line : lines.subList(1, lines.size())) {
      var fields = line.split("\t", -1);
      for (int i = 1; i < fields.length; i++) {
        verdicts
            .computeIfAbsent(columns.get(i), library -> new HashMap<>())
            .put(fields[0], fields[i]);
      }
    }
  }

  private void judge(LimboSuite suite, JsonNode testCase) {
    LIBRARIES.forEach(
        (profile, library) -> {
          var expected = verdicts.getOrDefault(library, Map.of()).get(testCase.get("id").asText());
          if (expected == null) {
            return;
          }
          judged++;
          var verdict = suite.verdict(testCase, PathProfiles.named(profile), null);
          boolean accepted = verdict.equals("accepted");
          if (accepted != expected.equals("A")) {
            var reason = accepted ? expected : verdict.split(":", -1)[0];
            differences.merge(
                "%s %s: %s".formatted(profile, accepted ? "accepts" : "rejects", reason),
                1,
                Integer::sum);
          }
        });
  }
}
