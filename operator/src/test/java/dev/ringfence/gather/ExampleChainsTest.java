package dev.ringfence.gather;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample chains are what their page says, and lead to roots of the catalog. */
final class ExampleChainsTest {
  private static final Path FOLDER = Path.of("examples", "chains");
  private static final Pattern ROW =
      Pattern.compile("\\| `([0-9a-f]{64})` \\| [^|]+ \\| (\\S+) \\| (\\S+) \\|");

  @Test
  void thePageListsEveryCertificateWithItsDates() throws IOException {
    try (var files = Files.list(FOLDER)) {
      var found =
          files
              .filter(file -> file.toString().endsWith(".pem"))
              .flatMap(file -> read(file).stream())
              .map(c -> c.sha256() + " " + c.validity().notBefore() + " " + c.validity().notAfter())
              .toList();
      var listed =
          ROW.matcher(Files.readString(FOLDER.resolve("README.md")))
              .results()
              .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
              .toList();
      assertThat(found).hasSize(10).containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cryptography-io-2014.pem, 2016-01-15T12:00:00Z, geotrust-global-ca-2022",
    "ibmcloud-messaging-2014.pem, 2016-01-15T12:00:00Z, digicert-global-root-ca-2031",
    "dinnerjerks-2014.pem, 2014-06-01T12:00:00Z, globalsign-root-r1-2028",
    "iddl-vt-edu-2013.pem, 2014-01-15T12:00:00Z, globalsign-root-r1-2014-md5",
    "iddl-vt-edu-2013.pem, 2014-06-01T12:00:00Z, globalsign-root-r1-2028",
    "geotrust-global-ca-by-equifax.pem, 2016-01-15T12:00:00Z, equifax-secure-ca-2018",
  })
  void everyChainLeadsToARootOfTheCatalog(String file, Instant at, String root) throws IOException {
    var anchor = requireNonNull(PackFile.read("lync-phone-edition").certificates().get(root));
    var chain = read(FOLDER.resolve(file));
    assertThat(anchor.validity().contains(at)).isTrue();
    for (int i = 0; i < chain.size(); i++) {
      var issuer = i + 1 < chain.size() ? chain.get(i + 1) : anchor;
      assertThat(chain.get(i).validity().contains(at)).isTrue();
      assertThat(chain.get(i).issuer()).isEqualTo(issuer.subject());
      assertThat(new SignatureVerifier().verify(chain.get(i), issuer.publicKey()))
          .isEqualTo(SignatureVerifier.Result.VALID);
    }
  }

  private static List<Certificate> read(Path file) {
    try {
      return new CertificateParser(ParserLimits.doors())
          .parse(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
