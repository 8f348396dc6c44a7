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
import org.junit.jupiter.api.Test;

/** The OpenSSL profiles with the purpose of a server, on x509-limbo and BetterTLS. */
final class LimboVerdictsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  /** By library and case. */
  private final Map<String, Map<String, String>> verdicts = new HashMap<>();

  /** By profile and what differs. */
  private final Map<String, Integer> differences = new TreeMap<>();

  private int judged;
  private int undetermined;

  @Test
  void acceptsNothingThatOpenSslRejects() throws IOException {
    readVerdicts();
    var suite = new LimboSuite(NOW);
    for (var testCase :
        new ObjectMapper().readTree(Suites.open("limbo/limbo.json.xz")).get("testcases")) {
      judge(suite, testCase);
    }
    System.out.printf(
        "OpenSSL profiles against x509-limbo and BetterTLS: %d judgements, %d undetermined,"
            + " differences %s%n",
        judged, undetermined, differences);

    assertThat(judged).isEqualTo(9 * 4_873);
    assertThat(undetermined).isZero();
    assertThat(differences).isEmpty();
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
    var id = testCase.get("id").asText();
    var byProfile = new HashMap<String, String>();
    LibraryProfiles.forEach(
        (library, profile) -> {
          var expected = verdicts.getOrDefault(library, Map.of()).get(id);
          if (expected == null) {
            return;
          }
          judged++;
          var verdict =
              byProfile.computeIfAbsent(
                  profile, name -> suite.verdict(testCase, PathProfiles.named(name), null));
          undetermined += LimboSuite.isUndetermined(verdict) ? 1 : 0;
          boolean accepted = verdict.equals("accepted");
          if (accepted != expected.equals("A")) {
            var reason = accepted ? expected : verdict.split(":", -1)[0];
            differences.merge(
                "%s against %s %s: %s"
                    .formatted(profile, library, accepted ? "accepts" : "rejects", reason),
                1,
                Integer::sum);
          }
        });
  }
}
