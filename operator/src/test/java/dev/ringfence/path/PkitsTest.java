package dev.ringfence.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateFormatException;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The strict profile against NIST PKITS, as far as it can be decided without CRLs. */
final class PkitsTest {
  private static final Instant AT = Instant.parse("2012-01-01T00:00:00Z");

  /**
   * Revocation, distribution points and delta CRLs; then single cases whose end entity is revoked
   * (4.5.2, 4.5.5, 4.5.7) or whose CRL is not to be trusted (4.7.4, 4.7.5), and nothing else is
   * wrong with them.
   */
  private static final List<String> NEED_CRLS =
      List.of("4.4.", "4.14.", "4.15.", "4.5.2 ", "4.5.5 ", "4.5.7 ", "4.7.4 ", "4.7.5 ");

  private static final String NIST_POLICY = "NIST-test-policy-";
  private static final String NIST_POLICY_ARC = "2.16.840.1.101.3.2.1.48.";

  private final SignatureVerifier verifier = new SignatureVerifier();

  @Test
  void decidesEveryCaseThatNeedsNoCrl() throws IOException {
    var wrong = new TreeMap<String, String>();
    int decided = 0;
    for (var vector : new ObjectMapper().readTree(Suites.bytes("pkits/vectors.json"))) {
      var name = vector.get("Name").asText();
      if (NEED_CRLS.stream().anyMatch(name::startsWith)) {
        continue;
      }
      decided++;
      var verdict = verdict(vector);
      if (verdict.equals("accepted") != vector.get("ShouldValidate").asBoolean()) {
        wrong.put(name, verdict);
      }
    }
    System.out.printf(
        "rfc5280 against PKITS: %d cases, %d decided otherwise%n", decided, wrong.size());

    assertThat(decided).isEqualTo(178);
    assertThat(wrong).isEmpty();
  }

  /**
   * Two of those that need a CRL are sometimes counted as decidable, because the path that is
   * listed for them has the certificate of a CRL's signer in it and so does not hold. But the same
   * is listed for 4.5.4 and 4.5.6, which must be accepted: a builder leaves that certificate out,
   * and then only the CRL tells the revoked certificate from the other.
   */
  @ParameterizedTest
  @CsvSource({
    "4.5.4, 4.5.5, true",
    "4.5.6, 4.5.7, true",
    "4.5.4, 4.5.5, false",
    "4.5.6, 4.5.7, false"
  })
  void nothingButTheCrlTellsTheRevokedCertificatesOfSelfIssuedKeys(
      String valid, String revoked, boolean built) throws IOException {
    var validPath = read(vector(valid));
    var revokedPath = read(vector(revoked));

    assertThat(revokedPath.subList(1, revokedPath.size()))
        .isEqualTo(validPath.subList(1, validPath.size()));
    if (built) {
      assertThat(verdict(vector(valid))).isEqualTo("accepted");
      assertThat(verdict(vector(revoked))).isEqualTo("accepted");
    } else {
      assertThat(listedSignatureHolds(validPath)).isFalse();
      assertThat(listedSignatureHolds(revokedPath)).isFalse();
    }
  }

  private boolean listedSignatureHolds(List<Certificate> path) {
    return verifier.verify(path.get(0), path.get(1).publicKey()) == SignatureVerifier.Result.VALID;
  }

  private static JsonNode vector(String number) throws IOException {
    return StreamSupport.stream(
            new ObjectMapper().readTree(Suites.bytes("pkits/vectors.json")).spliterator(), false)
        .filter(vector -> vector.get("Name").asText().startsWith(number + " "))
        .findFirst()
        .orElseThrow();
  }

  private static List<Certificate> read(JsonNode vector) {
    var path = new ArrayList<Certificate>();
    for (var file : vector.get("CertPath")) {
      path.add(0, read(file.asText()));
    }
    return path;
  }

  private String verdict(JsonNode vector) {
    var path = new ArrayList<Certificate>();
    try {
      path.addAll(read(vector));
    } catch (CertificateFormatException e) {
      return "unreadable: " + e.getMessage();
    }
    var anchor = path.get(path.size() - 1);
    var profile = PathProfiles.named("rfc5280");
    var budget = SearchBudget.standard();
    var built =
        new PathBuilder(new CertificateGraph(path, verifier))
            .build(
                profile,
                path.subList(0, path.size() - 1),
                new TrustStore("PKITS", List.of(anchor)),
                AT,
                new PathValidator(profile, AT, null, Purpose.ANY, policies(vector), budget),
                budget);
    var failure = built.failure();
    return failure == null ? "accepted" : failure.reason() + ": " + failure.detail();
  }

  private static InitialPolicies policies(JsonNode vector) {
    return new InitialPolicies(
        StreamSupport.stream(vector.get("InitialPolicySet").spliterator(), false)
            .map(policy -> oid(policy.asText()))
            .collect(Collectors.toSet()),
        vector.get("InitialExplicitPolicy").asBoolean(),
        vector.get("InitialPolicyMappingInhibit").asBoolean(),
        vector.get("InitialAnyPolicyInhibit").asBoolean());
  }

  private static String oid(String policy) {
    return policy.equals("anyPolicy")
        ? InitialPolicies.ANY_POLICY
        : policy.replace(NIST_POLICY, NIST_POLICY_ARC);
  }

  private static Certificate read(String file) {
    return new CertificateParser(ParserLimits.parser())
        .parse(Suites.bytes("pkits/certs/" + file), file)
        .get(0);
  }
}
