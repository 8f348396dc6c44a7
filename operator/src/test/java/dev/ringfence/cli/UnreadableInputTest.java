package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file or flag that cannot be read: one sentence, exit code 2, nothing on standard output. */
@Timeout(60)
class UnreadableInputTest {
  @TempDir Path folder;
  private TestFiles files;

  @BeforeEach
  void writeFiles() {
    files = new TestFiles(folder);
  }

  @Test
  void aTruncatedCertificate() {
    files.write("new.pem", files.pem().substring(0, 600));

    expect(
        "File \"new.pem\" (--chain), line %d, certificate 1: the text ends before the END line of"
                .formatted(files.pem().substring(0, 600).lines().count())
            + " the CERTIFICATE that begins in line 1.");
  }

  @Test
  void aPrivateKeyInsteadOfACertificate() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    files.write("new.pem", Minted.pemBlock("PRIVATE KEY", key));

    expect(
        "File \"new.pem\" (--chain), line 1, certificate 1: found a private key, expected"
            + " certificates only; remove the key and treat it as disclosed if this input was"
            + " shared.");
  }

  @Test
  void anEmptyChain() {
    files.write("new.pem", "");

    expect(
        "File \"new.pem\" (--chain) is empty; expected a certificate chain in PEM, DER or PKCS#7"
            + " form.");
  }

  @Test
  void twoHundredCertificates() {
    files.write("new.pem", files.endEntity().pem().repeat(200));

    TestConsole console = files.check();

    assertThat(console.exitCode()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .containsAnyOf("there are more than 16 certificates", "is larger than 131,072 bytes")
        .hasLineCount(1);
  }

  @Test
  void seventeenCertificates() {
    String pem = files.endEntity().pem();
    files.write("new.pem", pem.repeat(17));

    expect(
        "File \"new.pem\" (--chain), line %d, certificate 17: there are more than 16 certificates,"
                .formatted(16 * pem.lines().count() + 1)
            + " which is the limit.");
  }

  @Test
  void tenMebibytes() {
    files.write("new.pem", new byte[10 << 20]);
    files.write("zeros.csv", new byte[10 << 20]);

    expect(
        "File \"new.pem\" (--chain) is larger than 131,072 bytes; expected a certificate chain in"
            + " PEM, DER or PKCS#7 form.");
    files.write("new.pem", files.pem());
    expect(
        "zeros.csv: the file has a NUL character, expected text in UTF-8, or in UTF-16 with a byte"
            + " order mark.",
        "--fleet",
        "zeros.csv");
  }

  @Test
  void aFileThatIsNotThereOrNoFile() {
    expect(
        "File \"nowhere.pem\" (--chain) does not exist; expected a certificate chain in PEM, DER or"
            + " PKCS#7 form.",
        "--chain",
        "nowhere.pem");
    expect(
        "File \".\" (--current) is a directory; expected a certificate chain in PEM, DER or PKCS#7"
            + " form.",
        "--current",
        ".");
    expect(
        "File \"nowhere.csv\" (--fleet) does not exist; expected a PhoneFleet in YAML, or an"
            + " inventory.",
        "--fleet",
        "nowhere.csv");
    expect(
        "File \"nowhere.yaml\" (--policy) does not exist; expected a RenewalPolicy in YAML.",
        "--policy",
        "nowhere.yaml");
  }

  @Test
  void anInventoryWithoutTheColumnsItNeeds() {
    files.write("phones.csv", "name,address\nlobby,00-04-F2-00-01-76\n");

    TestConsole console = files.check();

    assertThat(console.exitCode()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .startsWith("phones.csv: the head of the file is of no known format, expected ")
        .contains("model,firmware,phones,site,signIn")
        .hasLineCount(1);
  }

  @Test
  void aPolicyWithAnUnknownRule() {
    files.write(
        "policy.yaml",
        """
        apiVersion: ringfence.dev/v1alpha1
        kind: RenewalPolicy
        metadata: {name: default}
        spec: {severities: {WildcadName: "Off"}}
        """);

    expect(
        "File \"policy.yaml\" (--policy): RenewalPolicy default cannot be used."
            + " spec.severities.WildcadName: there is no such rule. Did you mean"
            + " \"WildcardName\"?",
        "--policy",
        "policy.yaml");
  }

  @Test
  void aManifestOfAnotherKind() {
    files.write("policy.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n");

    expect(
        "File \"policy.yaml\" (--policy): expected apiVersion ringfence.dev/v1alpha1, kind"
            + " RenewalPolicy, found v1, kind ConfigMap.",
        "--policy",
        "policy.yaml");
  }

  @Test
  void aCatalogOfWhichNoPartCanBeUsed() {
    files.write("lab.yaml", "kind: [");

    TestConsole console = files.check("--catalog", "lab.yaml");

    assertThat(console.exitCode()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.err()).startsWith("File \"lab.yaml\" (--catalog), line 1").hasLineCount(1);
    assertThat(console.out()).isEmpty();
  }

  @Test
  void flagsWithoutAMeaning() {
    String help = " See \"ringfence check --help\".";
    expect(
        "Invalid value for option '--at': expected an instant such as 2026-12-01T00:00:00Z, or a"
            + " day such as 2026-12-01, found \"tomorrow\"."
            + help,
        "--at",
        "tomorrow");
    expect(
        "Invalid value for option '--output': expected one of text, json, markdown, found \"xml\"."
            + help,
        "-o",
        "xml");
    expect(
        "Invalid value for option '--fail-on': expected one of block, warn, found \"never\"."
            + help,
        "--fail-on",
        "never");
    expect(
        "Invalid value for option '--fleet-format': expected one of auto, inventory-report,"
            + " audit-log, user-agents, plain, found \"csv\"."
            + help,
        "--fleet-format",
        "csv");
    expect(
        "Invalid value for option '--server-name' (NAME): expected a host name such as"
            + " pool.example.com, without scheme, port or *, found \"https://pool\"."
            + help,
        "--server-name",
        "https://pool");
    expect("ringfence check has no flag \"--polcy\". Did you mean \"--policy\"?" + help, "--polcy");
  }

  @Test
  void standardInputNamedTwice() {
    expect(
        "Standard input (-) is named 2 times; expected at most once, since it is read once.",
        "--chain",
        "-",
        "--current",
        "-");
  }

  @Test
  void approvalsOfDifferentRenewals() {
    for (String renewal : new String[] {"pool", "edge"}) {
      files.write(
          renewal + ".yaml",
          """
          apiVersion: ringfence.dev/v1alpha1
          kind: RenewalApproval
          metadata: {name: accept-%1$s}
          spec: {renewal: %1$s, chainSha256: %2$s, rules: [TrustAnchorMissing], maxPhones: 1,
            expiresAt: "2026-12-31T00:00:00Z", approvedBy: alice}
          """
              .formatted(renewal, "ab".repeat(32)));
    }

    expect(
        "The approvals are for different renewals (edge, pool); say with --renewal which one this"
            + " is.",
        "--approval",
        "pool.yaml",
        "--approval",
        "edge.yaml");
  }

  @Test
  void anOutputFileThatCannotBeWritten() {
    expect(
        "File \"nowhere/report.json\" (--output-file) cannot be written: its folder does not"
            + " exist.",
        "--output-file",
        "nowhere/report.json");
  }

  private void expect(String sentence, String... more) {
    TestConsole console = files.check(more);

    assertThat(console.err()).isEqualTo(sentence + "\n");
    assertThat(console.exitCode()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.out()).isEmpty();
  }
}
