package dev.ringfence.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateFormatException;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** x509-limbo: certificates with an expected result each, most of them made to mislead. */
final class LimboSuite {
  private static final int MAX_PARSED = 1_000;

  private final CertificateParser parser =
      CertificateParser.keepingUndecodable(ParserLimits.parser());

  /** So that a case that is judged by several profiles is read once. */
  private final Map<String, Certificate> parsed = new HashMap<>();

  private final SignatureVerifier verifier = new SignatureVerifier();
  private final Instant now;

  /**
   * @param now for the cases that name no instant
   */
  LimboSuite(Instant now) {
    this.now = now;
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
      var served = new ArrayList<Certificate>();
      served.add(parse(testCase.get("peer_certificate").asText()));
      testCase.get("untrusted_intermediates").forEach(pem -> served.add(parse(pem.asText())));
      return verdict(testCase, profile, serverName, served, anchors(testCase));
    } catch (CertificateFormatException e) {
      return "unreadable: " + e.getMessage();
    }
  }

  /** As in a store: an anchor that cannot be read is not there. */
  private List<Certificate> anchors(JsonNode testCase) {
    var anchors = new ArrayList<Certificate>();
    testCase.get("trusted_certs").forEach(pem -> readable(pem.asText()).ifPresent(anchors::add));
    return anchors;
  }

  private String verdict(
      JsonNode testCase,
      PathProfile profile,
      @Nullable String serverName,
      List<Certificate> served,
      List<Certificate> anchors) {
    var time = testCase.get("validation_time");
    var at = time.isNull() ? now : OffsetDateTime.parse(time.asText()).toInstant();
    var budget = SearchBudget.standard();
    var universe = new ArrayList<>(served);
    universe.addAll(anchors);
    var built =
        new PathBuilder(new CertificateGraph(universe, verifier))
            .build(
                profile,
                served,
                new TrustStore("limbo", anchors),
                at,
                new PathValidator(
                    profile, at, serverName, purpose(testCase), InitialPolicies.NONE, budget),
                budget);
    var failure = built.failure();
    return failure == null ? "accepted" : failure.reason() + ": " + failure.detail();
  }

  /** The name space of a case says whose rules it is about. */
  private static Purpose purpose(JsonNode testCase) {
    return testCase.get("id").asText().startsWith("webpki::") ? Purpose.WEB_SERVER : Purpose.SERVER;
  }

  private Optional<Certificate> readable(String pem) {
    try {
      return Optional.of(parse(pem));
    } catch (CertificateFormatException e) {
      return Optional.empty();
    }
  }

  private Certificate parse(String pem) {
    if (parsed.size() > MAX_PARSED) {
      parsed.clear();
    }
    return parsed.computeIfAbsent(
        pem, text -> parser.parse(text.getBytes(StandardCharsets.UTF_8), "limbo").get(0));
  }
}
