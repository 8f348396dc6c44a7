package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The command as a harness on the suites of x509-limbo. */
class LimboHarnessTest {
  /** What x509-limbo accepts as results: its models LimboResult and TestcaseResult. */
  private static final String SCHEMA =
      """
      {"type": "object", "additionalProperties": false,
       "required": ["version", "harness", "results"],
       "properties": {
         "version": {"const": 1},
         "harness": {"type": "string", "minLength": 1},
         "results": {"type": "array", "items": {
           "type": "object", "additionalProperties": false,
           "required": ["id", "actual_result", "context"],
           "properties": {
             "id": {"type": "string",
                    "pattern": "^([A-Za-z][A-Za-z0-9-.]+::)*([A-Za-z][A-Za-z0-9-.]+)$"},
             "actual_result": {"enum": ["SUCCESS", "FAILURE", "SKIPPED"]},
             "context": {"type": ["string", "null"]}}}}}}
      """;

  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void reportsOnEveryCaseOfLimboInItsOrder() throws IOException {
    byte[] suite = Suites.bytes("limbo/limbo-without-bettertls.json");
    JsonNode cases = mapper.readTree(suite).get("testcases");

    JsonNode results = results(suite);

    assertThat(ids(results.get("results"))).isEqualTo(ids(cases));
    assertThat(count(results).get("SKIPPED")).isEqualTo(21);
    Set<String> core = Suites.text("limbo/core.txt").lines().collect(Collectors.toSet());
    assertThat(otherwise(cases, results)).doesNotContainAnyElementsOf(core);
  }

  @Test
  void reportsOnBetterTlsToo() throws IOException {
    byte[] suite = Suites.bytes("limbo/limbo.json.xz");

    JsonNode results = results(suite);

    JsonNode cases = mapper.readTree(suite).get("testcases");
    assertThat(ids(results.get("results"))).isEqualTo(ids(cases));
    assertThat(count(results).get("SKIPPED")).isEqualTo(21);
    Set<String> otherwise = otherwise(cases, results);
    System.out.printf(
        "x509-limbo with BetterTLS: %d results, %s, %d not as expected%n",
        cases.size(), count(results), otherwise.size());
    assertThat(otherwise).noneMatch(id -> id.startsWith("bettertls::"));
    for (JsonNode result : results.get("results")) {
      if (result.get("context").asText().startsWith("undetermined: ")) {
        assertThat(result.get("actual_result").asText()).isEqualTo("FAILURE");
      }
    }
  }

  private JsonNode results(byte[] suite) throws IOException {
    TestConsole console = new TestConsole(Path.of(""), suite);
    assertThat(console.run("limbo")).isEqualTo(ExitCode.OK);
    JsonNode results = mapper.readTree(console.out());
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SCHEMA)
                .validate(results))
        .isEmpty();
    return results;
  }

  private static List<String> ids(JsonNode cases) {
    return cases.findValuesAsText("id");
  }

  private static Map<String, Long> count(JsonNode results) {
    return results.get("results").findValuesAsText("actual_result").stream()
        .collect(Collectors.groupingBy(result -> result, Collectors.counting()));
  }

  private static Set<String> otherwise(JsonNode cases, JsonNode results) {
    Map<String, String> expected = new HashMap<>();
    cases.forEach(one -> expected.put(one.get("id").asText(), one.get("expected_result").asText()));
    Set<String> otherwise = new TreeSet<>();
    for (JsonNode result : results.get("results")) {
      String actual = result.get("actual_result").asText();
      String id = result.get("id").asText();
      if (!actual.equals("SKIPPED") && !actual.equals(expected.get(id))) {
        otherwise.add(id);
      }
    }
    return otherwise;
  }
}
