package dev.ringfence.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.testing.Suites;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which algorithms eight OpenSSL builds verify, by a server certificate and root of each. */
final class AlgorithmVerdictsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final String FOLDER = "chains/algorithm-matrix/";

  private static final Map<String, String> ERRORS =
      Map.of(
          "",
          "A",
          PathFailure.PUBLIC_KEY_UNSUPPORTED,
          "R:6",
          PathFailure.SIGNATURE_ALGORITHM_UNSUPPORTED,
          "R:7");

  private final SignatureVerifier verifier = new SignatureVerifier();

  @Test
  void knowsWhatEachLibraryKnows() {
    var lines = Suites.text(FOLDER + "verdicts.tsv").lines().toList();
    var libraries = lines.get(0).split("\t", -1);
    var differences = new TreeMap<String, String>();
    int decided = 0;
    for (var line : lines.subList(1, lines.size())) {
      var fields = line.split("\t", -1);
      for (int i = 1; i < fields.length; i++) {
        decided++;
        var verdict = verdict(fields[0], LibraryProfiles.of(libraries[i]));
        if (!verdict.equals(fields[i])) {
          differences.put(fields[0] + " " + libraries[i], fields[i] + " here " + verdict);
        }
      }
    }
    System.out.printf(
        "OpenSSL profiles against the algorithm matrix: %d verdicts, %d differences%n",
        decided, differences.size());

    assertThat(decided).isEqualTo(176);
    assertThat(differences).isEmpty();
  }

  private String verdict(String file, PathProfile profile) {
    var name = file + ".pem";
    var certificates =
        new CertificateParser(ParserLimits.parser()).parse(Suites.bytes(FOLDER + name), name);
    var built =
        new PathBuilder(new CertificateGraph(certificates, verifier))
            .build(
                profile,
                List.of(certificates.get(0)),
                new TrustStore(name, List.of(certificates.get(1))),
                NOW,
                new PathValidator(profile, NOW, null, Purpose.SERVER),
                SearchBudget.standard());
    var failure = built.failure();
    var reason = failure == null ? "" : failure.reason();
    return ERRORS.getOrDefault(reason, reason);
  }
}
