package dev.ringfence.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.SignatureVerifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenSSL profiles against the verdicts of real OpenSSL builds on public certificates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LibraryVerdictsTest {
  /** Numbers of X509_V_ERR_... by the reasons that stand for them. */
  private static final Map<String, String> ERRORS =
      Map.ofEntries(
          Map.entry(PathFailure.ROOT_MISSING, "R:2"),
          Map.entry(PathFailure.PUBLIC_KEY_UNSUPPORTED, "R:6"),
          Map.entry(PathFailure.SIGNATURE_INVALID, "R:7"),
          Map.entry(PathFailure.SIGNATURE_ALGORITHM_UNSUPPORTED, "R:7"),
          Map.entry(PathFailure.CERTIFICATE_NOT_YET_VALID, "R:9"),
          Map.entry(PathFailure.CERTIFICATE_EXPIRED, "R:10"),
          Map.entry(PathFailure.TRUST_ANCHOR_EXPIRED, "R:10"),
          Map.entry(PathFailure.ISSUER_MISSING, "R:20"),
          Map.entry(PathFailure.CERTIFICATE_AUTHORITY_INVALID, "R:24"),
          Map.entry(PathFailure.PATH_TOO_LONG, "R:25"),
          Map.entry(PathFailure.SERVER_AUTHENTICATION_MISSING, "R:26"),
          Map.entry(PathFailure.CRITICAL_EXTENSION_UNSUPPORTED, "R:34"),
          Map.entry(PathFailure.NAME_CONSTRAINT_VIOLATED, "R:47"));

  private List<ChainsSuite.Case> cases = List.of();
  private CertificateGraph graph = new CertificateGraph(List.of(), new SignatureVerifier());

  @BeforeAll
  void load() {
    var suite = new ChainsSuite();
    cases = suite.cases();
    graph = new CertificateGraph(suite.certificates(), new SignatureVerifier());
  }

  @ParameterizedTest
  @CsvSource({
    "openssl-1.0.0,  openssl-1.0.0m",
    "openssl-1.0.1,  openssl-1.0.1l",
    "openssl-1.0.1n, openssl-1.0.1u",
    "openssl-1.0.2,  openssl-1.0.2s",
    "openssl-1.1.1,  openssl-1.1.1g",
  })
  void agreesWithTheLibrary(String profile, String library) {
    assertAgreement(profile, library);
  }

  /** Why there are profiles: rejections of a library that a complete search does not foresee. */
  @Test
  void completeSearchAcceptsMuchThatOpenSslRejects() {
    assertThat(acceptedThoughRejectedBy("openssl-1.0.1l")).isEqualTo(2_690);
    assertThat(acceptedThoughRejectedBy("openssl-1.0.2s")).isEqualTo(1_807);
  }

  private long acceptedThoughRejectedBy(String library) {
    var strict = PathProfiles.named("rfc5280");
    return cases.stream()
        .filter(testCase -> !accepts(testCase, library))
        .filter(testCase -> verdict(strict, testCase).equals("A"))
        .count();
  }

  private static boolean accepts(ChainsSuite.Case testCase, String library) {
    return testCase.verdicts().getOrDefault(library, "").equals("A");
  }

  private void assertAgreement(String profile, String library) {
    int falseAccepts = 0;
    int falseRejects = 0;
    int otherErrors = 0;
    int undetermined = 0;
    var differences = new TreeMap<String, String>();
    for (var testCase : cases) {
      var expected = testCase.verdicts().getOrDefault(library, "");
      var verdict = verdict(PathProfiles.named(profile), testCase);
      if (verdict.equals(PathFailure.BUDGET_EXHAUSTED)
          || verdict.equals(PathFailure.SIGNATURE_UNVERIFIABLE)) {
        undetermined++;
      }
      if (verdict.equals(expected)) {
        continue;
      }
      differences.put(testCase.id(), expected + " here " + verdict);
      if (verdict.equals("A")) {
        falseAccepts++;
      } else if (expected.equals("A")) {
        falseRejects++;
      } else {
        otherErrors++;
      }
    }
    System.out.printf(
        "%s against %s: %d cases, %d accepted wrongly, %d rejected wrongly, %d rejected with another"
            + " error, %d undetermined%n",
        profile, library, cases.size(), falseAccepts, falseRejects, otherErrors, undetermined);

    assertThat(cases).hasSize(16_560);
    assertThat(falseAccepts).isZero();
    assertThat(undetermined).isZero();
    assertThat(differences).isEmpty();
  }

  private String verdict(PathProfile profile, ChainsSuite.Case testCase) {
    var budget = SearchBudget.standard();
    var built =
        new PathBuilder(graph)
            .build(
                profile,
                testCase.served(),
                testCase.store(),
                testCase.at(),
                new PathValidator(
                    profile, testCase.at(), null, Purpose.ANY, InitialPolicies.NONE, budget),
                budget);
    var failure = built.failure();
    if (failure == null) {
      return "A";
    }
    if (failure.reason().equals(PathFailure.SELF_SIGNED_UNTRUSTED)) {
      return built.path().size() == 1 && built.path().contains(failure.certificate())
          ? "R:18"
          : "R:19";
    }
    return ERRORS.getOrDefault(failure.reason(), failure.reason());
  }
}
