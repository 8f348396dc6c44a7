package dev.ringfence.demo;

import dev.ringfence.testing.CertificateMint;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.SigningAlgorithm;
import dev.ringfence.testing.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mints the certificates in {@code examples/demo/pki}. Their keys are made from their names, so
 * anyone can sign with them: they stand for authorities and are never to be trusted.
 */
final class SampleCertificates {
  private static final Instant FROM = Instant.parse("2014-12-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2040-12-31T23:59:59Z");
  private static final Instant OLD_FROM = Instant.parse("1998-09-01T12:00:00Z");
  private static final Instant OLD_TO = Instant.parse("2014-01-28T12:00:00Z");

  private SampleCertificates() {}

  /** Writes the files into the folder given. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** File names and their PEM. */
  static Map<String, String> files() {
    Minted enterpriseRoot =
        TestPki.rootCa()
            .subject("CN=Sample Enterprise Root CA,O=Example")
            .valid(FROM, TO)
            .signedWith(SigningAlgorithm.SHA1_RSA)
            .mint();
    Minted issuing = issuing(enterpriseRoot, "CN=Sample Enterprise Issuing CA,O=Example").mint();
    Minted pssIssuing =
        issuing(enterpriseRoot, "CN=Sample RSASSA-PSS Issuing CA,O=Example")
            .signedWith(SigningAlgorithm.PSS_SHA256)
            .mint();
    Minted oldRoot =
        TestPki.rootCa()
            .subject("CN=Sample Reissued Root CA,O=Example")
            .valid(OLD_FROM, OLD_TO)
            .signedWith(SigningAlgorithm.SHA1_RSA)
            .mint();
    Minted newRoot =
        TestPki.reissueRoot(oldRoot)
            .valid(OLD_FROM, TO)
            .signedWith(SigningAlgorithm.SHA1_RSA)
            .mint();
    Minted reissuedIssuing = issuing(newRoot, "CN=Sample Reissued Issuing CA,O=Example").mint();

    Map<String, String> files = new TreeMap<>();
    files.put("enterprise-root.pem", enterpriseRoot.pem());
    files.put(
        "enterprise-chain.pem",
        endEntity(issuing, SigningAlgorithm.SHA1_RSA).pem() + issuing.pem());
    files.put(
        "sha256-chain.pem", endEntity(issuing, SigningAlgorithm.SHA256_RSA).pem() + issuing.pem());
    files.put(
        "rsassa-pss-chain.pem",
        endEntity(pssIssuing, SigningAlgorithm.PSS_SHA256).pem() + pssIssuing.pem());
    files.put("reissued-root-2014.pem", oldRoot.pem());
    files.put("reissued-root-2040.pem", newRoot.pem());
    files.put(
        "reissued-chain.pem",
        endEntity(reissuedIssuing, SigningAlgorithm.SHA1_RSA).pem() + reissuedIssuing.pem());
    return files;
  }

  private static CertificateMint issuing(Minted root, String subject) {
    return TestPki.intermediateCa(root)
        .subject(subject)
        .valid(FROM, TO)
        .signedWith(SigningAlgorithm.SHA1_RSA)
        .crlDistributionPoint("http://crl.example.com/root.crl");
  }

  private static Minted endEntity(Minted issuer, SigningAlgorithm algorithm) {
    return TestPki.endEntity(issuer).valid(FROM, TO).signedWith(algorithm).mint();
  }
}
