package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The harness contract of x509-limbo on cases of our own. */
@Timeout(60)
class LimboCommandTest {
  private final ObjectMapper mapper = new ObjectMapper();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuer = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuer).mint();

  @TempDir Path folder;

  @Test
  void givesOneResultForEachCaseInItsOrder() throws IOException {
    TestConsole console =
        run(
            limbo("own::good", Map.of()),
            limbo("own::other-name", Map.of("expected_peer_name", peer("DNS", "www.example.com"))),
            limbo("own::no-anchor", Map.of("trusted_certs", List.of("no certificate"))),
            limbo("own::unreadable", Map.of("peer_certificate", "no certificate")),
            limbo("own::deep", Map.of("max_chain_depth", 0)),
            limbo("own::deep-enough", Map.of("max_chain_depth", 1)),
            limbo("own::use", Map.of("key_usage", List.of("digitalSignature"))),
            limbo("own::other-use", Map.of("key_usage", List.of("cRLSign"))));

    assertThat(console.exitCode()).isEqualTo(ExitCode.OK);
    JsonNode results = mapper.readTree(console.out());
    assertThat(results.path("version").asInt()).isEqualTo(1);
    assertThat(results.path("harness").asText()).isEqualTo("ringfence");
    assertThat(lines(results))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("own::good SUCCESS null"),
            line -> assertThat(line).startsWith("own::other-name FAILURE ServerNameMismatch: "),
            line -> assertThat(line).startsWith("own::no-anchor FAILURE IssuerMissing: "),
            line -> assertThat(line).startsWith("own::unreadable FAILURE unreadable: limbo: "),
            line -> assertThat(line).startsWith("own::deep FAILURE PathTooLong: "),
            line -> assertThat(line).isEqualTo("own::deep-enough SUCCESS null"),
            line -> assertThat(line).isEqualTo("own::use SUCCESS null"),
            line ->
                assertThat(line)
                    .startsWith("own::other-use FAILURE The key usage of pool.example.com")
                    .endsWith("lacks cRLSign."));
  }

  @Test
  void skipsWhatItDoesNotJudgeAndSaysWhy() throws IOException {
    TestConsole console =
        run(
            limbo("own::client", Map.of("validation_kind", "CLIENT")),
            limbo("own::crl", Map.of("crls", List.of("a list"))),
            limbo("own::feature", Map.of("features", List.of("post-quantum"))),
            limbo("own::suffix", Map.of("features", List.of("pedantic-public-suffix-wildcard"))),
            limbo("own::algorithms", Map.of("signature_algorithms", List.of("RSASSA_PSS"))),
            limbo("own::purpose", Map.of("extended_key_usage", List.of("codeSigning"))),
            limbo("own::mail", Map.of("expected_peer_name", peer("RFC822", "a@example.com"))),
            limbo("own::policies", Map.of("features", List.of("no-cert-policies"))),
            limbo("own::key-usage", Map.of("key_usage", List.of("everything"))));

    assertThat(lines(mapper.readTree(console.out())))
        .containsExactly(
            "own::client SKIPPED Certificates of clients are not judged, only those of servers.",
            "own::crl SKIPPED Certificate revocation lists are not read.",
            "own::feature SKIPPED The feature post-quantum is not known.",
            "own::suffix SKIPPED No list of public suffixes is known.",
            "own::algorithms SKIPPED A limit on signature algorithms cannot be set.",
            "own::purpose SKIPPED The only extended key usage that can be asked for is serverAuth,"
                + " not [codeSigning].",
            "own::mail SKIPPED A server has no name of the kind RFC822.",
            "own::policies SKIPPED Certificate policies are judged, which this case rules out.",
            "own::key-usage SKIPPED The key usage everything is not known.");
  }

  /** Nothing but the name space tells {@code ca-as-leaf} of the two apart. */
  @Test
  void theNameSpaceOfWebServersAsksForMore() throws IOException {
    Map<String, Object> ca =
        Map.of(
            "peer_certificate",
            TestPki.intermediateCa(root)
                .dnsNames("pool.example.com")
                .keyUsage(0x80 | 0x04 | 0x02)
                .mint()
                .pem());

    TestConsole console = run(limbo("rfc5280::ca-as-leaf", ca), limbo("webpki::ca-as-leaf", ca));

    assertThat(lines(mapper.readTree(console.out())))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("rfc5280::ca-as-leaf SUCCESS null"),
            line -> assertThat(line).startsWith("webpki::ca-as-leaf FAILURE CertificateForm"));
  }

  @Test
  void undeterminedIsAFailureThatSaysSo() throws IOException {
    List<String> mesh = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      mesh.add(TestPki.rootCa().key(KeyKind.EC_P256, "k" + i).mint().pem());
    }
    Minted damaged =
        TestPki.endEntity(TestPki.rootCa().key(KeyKind.EC_P256).mint())
            .withDamagedSignature()
            .mint();

    TestConsole console =
        run(
            limbo(
                "own::mesh",
                Map.of("peer_certificate", damaged.pem(), "untrusted_intermediates", mesh)));

    assertThat(lines(mapper.readTree(console.out())).get(0))
        .startsWith("own::mesh FAILURE undetermined: SearchBudgetExhausted: The search ended");
  }

  @Test
  void aSuiteThatCannotBeReadIsToldAndLeavesNoCompleteResults() throws IOException {
    String good = mapper.writeValueAsString(limbo("own::good", Map.of()));

    assertThat(refusal("{\"version\": 1, \"testcases\": [" + good + ", {\"id\": 1}]}"))
        .isEqualTo(
            "Standard input (limbo -): The field id of test case \"\" (line 1) is not as expected: a"
                + " text.\n");
    assertThat(refusal("{\"version\": 1, \"testcases\": [" + good))
        .startsWith("Standard input (limbo -): The suite is not valid JSON: ");
    assertThat(refusal("{\"version\": 2}"))
        .isEqualTo(
            "Standard input (limbo -): The version of the suite is not 1, the only one known.\n");
    assertThat(refusal("{\"version\": 1}"))
        .isEqualTo("Standard input (limbo -): The suite has no list testcases.\n");
    assertThat(refusal("")).startsWith("Standard input (limbo -): The suite is no JSON object");
  }

  private String refusal(String suite) {
    TestConsole console = new TestConsole(folder, suite.getBytes(StandardCharsets.UTF_8));
    assertThat(console.run("limbo")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.out()).doesNotContain("]}");
    return console.err();
  }

  private TestConsole run(Object... cases) throws IOException {
    byte[] suite = mapper.writeValueAsBytes(Map.of("version", 1, "testcases", List.of(cases)));
    TestConsole console = new TestConsole(folder, suite);
    console.run("limbo");
    assertThat(console.err()).isEmpty();
    return console;
  }

  private Map<String, Object> limbo(String id, Map<String, Object> changes) {
    Map<String, Object> limbo = new TreeMap<>();
    limbo.put("id", id);
    limbo.put("description", "A case of our own.");
    limbo.put("validation_kind", "SERVER");
    limbo.put("trusted_certs", List.of(root.pem()));
    limbo.put("untrusted_intermediates", List.of(issuer.pem()));
    limbo.put("peer_certificate", endEntity.pem());
    limbo.put("validation_time", TestPki.NOW.toString());
    limbo.put("expected_peer_name", peer("DNS", "pool.example.com"));
    limbo.put("max_chain_depth", null);
    limbo.putAll(changes);
    return limbo;
  }

  private static Map<String, String> peer(String kind, String value) {
    return Map.of("kind", kind, "value", value);
  }

  private static List<String> lines(JsonNode results) {
    List<String> lines = new ArrayList<>();
    for (JsonNode result : results.path("results")) {
      assertThat(result.properties()).hasSize(3);
      lines.add(
          "%s %s %s"
              .formatted(
                  result.path("id").asText(),
                  result.path("actual_result").asText(),
                  result.path("context").asText()));
    }
    return lines;
  }
}
