package dev.ringfence.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** OpenSSL 3.0's own cases of its command {@code verify}, those without a special option. */
final class OpenSslVerifyTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  private final SignatureVerifier verifier = new SignatureVerifier();

  @Test
  void decidesEveryCaseWithoutSpecialOptionAsOpenSsl30() throws IOException {
    var wrong = new TreeMap<String, String>();
    int decided = 0;
    int undetermined = 0;
    for (var testCase :
        new ObjectMapper().readTree(Suites.bytes("openssl-verify/cases.json")).get("cases")) {
      if (!testCase.get("opts").isEmpty() || !testCase.get("missing").isEmpty()) {
        continue;
      }
      decided++;
      var failure = failure(testCase);
      undetermined += LimboSuite.isUndetermined(failure) ? 1 : 0;
      if (failure.isEmpty() != testCase.get("expect").asText().equals("accept")) {
        wrong.put(testCase.get("name").asText(), failure);
      }
    }
    System.out.printf(
        "openssl-3.0 against its own cases: %d cases, %d decided otherwise, %d undetermined%n",
        decided, wrong.size(), undetermined);

    assertThat(decided).isEqualTo(108);
    assertThat(wrong).isEmpty();
  }

  private String failure(JsonNode testCase) {
    var purpose = purpose(testCase.get("purpose").asText());
    var store = store(testCase.get("trusted"), purpose);
    var served = new ArrayList<Certificate>();
    served.add(read(testCase.get("cert").asText()).get(0).certificate());
    for (var file : testCase.get("untrusted")) {
      read(file.asText()).forEach(found -> served.add(found.certificate()));
    }
    var all = new ArrayList<>(served);
    all.addAll(store.anchors());
    var profile = PathProfiles.named("openssl-3.0");
    var budget = SearchBudget.standard();
    var built =
        new PathBuilder(new CertificateGraph(all, verifier))
            .build(
                profile,
                served,
                store,
                NOW,
                new PathValidator(profile, NOW, null, purpose, InitialPolicies.NONE, budget),
                budget);
    var failure = built.failure();
    return failure == null ? "" : failure.reason() + ": " + failure.detail();
  }

  private static TrustStore store(JsonNode files, Purpose purpose) {
    var anchors = new ArrayList<Certificate>();
    Set<Certificate> trusted = new HashSet<>();
    Set<Certificate> distrusted = new HashSet<>();
    for (var file : files) {
      for (var found : read(file.asText())) {
        var use = purpose == Purpose.CLIENT ? TrustedPem.CLIENT : TrustedPem.SERVER;
        anchors.add(found.certificate());
        if (found.distrusted(use)) {
          distrusted.add(found.certificate());
        } else if (found.vouchedFor(use)) {
          trusted.add(found.certificate());
        }
      }
    }
    return new TrustStore("trusted", anchors, trusted, distrusted);
  }

  private static Purpose purpose(String name) {
    return switch (name) {
      case "sslserver" -> Purpose.SERVER;
      case "sslclient" -> Purpose.CLIENT;
      default -> Purpose.ANY;
    };
  }

  private static List<TrustedPem> read(String name) {
    return TrustedPem.read(Suites.text("openssl-verify/certs/" + name + ".pem"));
  }
}
