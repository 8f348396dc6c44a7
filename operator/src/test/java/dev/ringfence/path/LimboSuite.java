package dev.ringfence.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.cases.LimboCase;
import dev.ringfence.cases.LimboCaseReader;
import dev.ringfence.cases.LimboFormatException;
import dev.ringfence.cases.LimboJudge;
import dev.ringfence.pki.CertificateFormatException;
import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** x509-limbo: certificates with an expected result each, most of them made to mislead. */
final class LimboSuite {
  private final LimboJudge judge;

  /**
   * @param now for the cases that name no instant
   */
  LimboSuite(Instant now) {
    this.judge = new LimboJudge(now);
  }

  /** The cases that a strict server certificate validator must decide. */
  static List<JsonNode> core() {
    Set<String> ids =
        Suites.text("limbo/core.txt")
            .lines()
            .filter(line -> !line.isBlank())
            .collect(Collectors.toSet());
    var cases = new ArrayList<JsonNode>();
    try {
      new ObjectMapper()
          .readTree(Suites.bytes("limbo/limbo-without-bettertls.json"))
          .get("testcases")
          .forEach(cases::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases.stream().filter(found -> ids.contains(found.get("id").asText())).toList();
  }

  static boolean isUndetermined(String verdict) {
    return verdict.startsWith(PathFailure.BUDGET_EXHAUSTED)
        || verdict.startsWith(PathFailure.SIGNATURE_UNVERIFIABLE);
  }

  static boolean expectsSuccess(JsonNode testCase) {
    return testCase.get("expected_result").asText().equals("SUCCESS");
  }

  /** Of the strict profile, with the server's name. */
  String verdict(JsonNode testCase) {
    var depth = testCase.get("max_chain_depth");
    var strict = PathProfiles.named("rfc5280");
    return verdict(
        testCase,
        depth.isNull() ? strict : strict.withMaximumIntermediates(depth.asInt()),
        testCase.get("expected_peer_name").get("value").asText());
  }

  /** {@code accepted}, or why not. A certificate that cannot be read is not accepted. */
  String verdict(JsonNode testCase, PathProfile profile, @Nullable String serverName) {
    try {
      var failure = judge.verdict(read(testCase), profile, serverName).failure();
      return failure == null ? "accepted" : failure.reason() + ": " + failure.detail();
    } catch (CertificateFormatException e) {
      return "unreadable: " + e.getMessage();
    }
  }

  /** As the command does: the judging is the same. */
  private static LimboCase read(JsonNode testCase) {
    try (var json = testCase.traverse()) {
      json.nextToken();
      return LimboCaseReader.read(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LimboFormatException e) {
      throw new IllegalStateException(e);
    }
  }
}
