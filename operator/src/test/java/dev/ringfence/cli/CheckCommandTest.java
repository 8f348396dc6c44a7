package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.report.ReportSchema;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts from files, and where they are written. */
class CheckCommandTest {
  private static final String TRUSTED =
      """
      model,firmware,phones,site,signIn
      CX600,4.0.7577.4420,310,hq,UsbTether
      """;

  @TempDir Path folder;
  private TestFiles files;

  @BeforeEach
  void writeFiles() {
    files = new TestFiles(folder);
    files.writeLaboratory();
  }

  @Test
  void allowsWhatEveryPhoneTrusts() throws Exception {
    files.write("phones.csv", TRUSTED);

    TestConsole console = files.check("--catalog", "lab.yaml", "-o", "json");

    assertThat(console.err()).isEmpty();
    JsonNode report = json(console);
    assertThat(ReportSchema.errors(report)).isEmpty();
    assertThat(report.path("verdict").asText()).isEqualTo("Allow");
    assertThat(report.path("phones").path("compatible").asLong()).isEqualTo(310);
    assertThat(console.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void warnsOfAWildcardAndFailsOnItOnlyWhenAsked() {
    files.write("phones.csv", TRUSTED);
    Minted wildcard =
        TestPki.endEntity(files.issuer()).dnsNames("pool.example.com", "*.example.com").mint();
    files.write("new.pem", Minted.pemOf(wildcard, files.issuer()));

    TestConsole lenient = files.check("--catalog", "lab.yaml");
    TestConsole strict = files.check("--catalog", "lab.yaml", "--fail-on", "warn");

    assertThat(lenient.out()).startsWith("Warn, gate Open: ").contains("WildcardName");
    assertThat(lenient.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(strict.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(strict.out()).isEqualTo(lenient.out());
  }

  @Test
  void blocksAnUnknownRootAndObserveOnlySaysSo() {
    files.write(
        "observe.yaml",
        """
        apiVersion: ringfence.dev/v1alpha1
        kind: RenewalPolicy
        metadata: {name: observe}
        spec: {mode: Observe}
        """);

    TestConsole enforced = files.check();
    TestConsole observed = files.check("--policy", "observe.yaml");

    assertThat(enforced.out()).startsWith("Block, gate Closed: ").contains("TrustAnchorMissing");
    assertThat(enforced.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(observed.out()).startsWith("Block, gate Open: ");
    assertThat(observed.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void anApprovalOfExactlyThisOpensTheGate() throws Exception {
    JsonNode report = json(files.check("-o", "json"));
    assertThat(ReportSchema.errors(report)).isEmpty();
    String sha256 = report.path("chain").path("sha256").asText();
    files.write("approval.yaml", approval(sha256, 158));
    files.write("narrow.yaml", approval(sha256, 157));

    TestConsole approved = files.check("--approval", "approval.yaml");
    TestConsole tooFew = files.check("--approval", "narrow.yaml");
    TestConsole another = files.check("--approval", "approval.yaml", "--renewal", "edge");

    assertThat(approved.out()).startsWith("Block, gate Open: ").contains("in force.");
    assertThat(approved.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(words(tooFew)).contains("not in force. It accepts 157 phones, 158 block.");
    assertThat(tooFew.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(words(another)).contains("It is for the renewal pool, this is edge.");
    assertThat(another.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  private static String approval(String sha256, long phones) {
    return """
    apiVersion: ringfence.dev/v1alpha1
    kind: RenewalApproval
    metadata: {name: chg}
    spec:
      renewal: pool
      chainSha256: %s
      rules: [TrustAnchorMissing, SignatureAlgorithmUnsupported, PathBuilderDeadEnd]
      maxPhones: %d
      expiresAt: "2026-12-31T00:00:00Z"
      approvedBy: alice
    """
        .formatted(sha256, phones);
  }

  @Test
  void countsWhatChangesAgainstTheCurrentChain() throws Exception {
    files.write("phones.csv", TRUSTED);
    Minted otherRoot =
        TestPki.rootCa().subject("CN=Other Root").key(KeyKind.EC_P256, "other").mint();
    Minted other = TestPki.endEntity(otherRoot).mint();
    files.write("other.pem", Minted.pemOf(other));

    TestConsole console =
        files.check("--catalog", "lab.yaml", "--current", "other.pem", "-o", "json");

    assertThat(json(console).path("changes").isObject()).isTrue();
    assertThat(files.check("-o", "json").out()).contains("\"changes\": null");
  }

  @Test
  void equalInputsGiveEqualBytesInEveryForm() {
    for (String format : new String[] {"text", "json", "markdown"}) {
      TestConsole once = files.check("-o", format);
      TestConsole again = files.check("-o", format);

      assertThat(once.out()).as(format).isNotEmpty().isEqualTo(again.out());
      assertThat(once.err()).isEmpty();
    }
  }

  @Test
  void writesAFileInsteadOfStandardOutput() throws Exception {
    TestConsole shown = files.check("-o", "json");
    TestConsole written = files.check("-o", "json", "--output-file", "report.json");

    assertThat(written.out()).isEmpty();
    assertThat(written.exitCode()).isEqualTo(shown.exitCode());
    assertThat(Files.readString(folder.resolve("report.json"))).isEqualTo(shown.out());
  }

  @Test
  void manySitesAreCountedTogetherInTextAndApartInJson() throws Exception {
    StringBuilder fleet = new StringBuilder("model,firmware,phones,site\n");
    for (int site = 1; site <= 61; site++) {
      fleet.append("CX600,4.0.7577.4387,2,site-").append(site).append('\n');
    }
    files.write("phones.csv", fleet.toString());

    assertThat(words(files.check()))
        .contains("Sites are counted together here; the report in JSON has each of them.")
        .contains("CX600 (aries) 4.0.7577.4387 61 sites Undeclared 122 ");
    assertThat(json(files.check("-o", "json")).path("groups")).hasSize(61);
  }

  @Test
  void aHostileSubjectSteersNeitherTerminalNorPage() {
    Minted hostile =
        TestPki.endEntity(files.issuer())
            .subject("CN=\u001B[2J|<script>\u202E@everyone,O=`x`")
            .mint();
    files.write("new.pem", Minted.pemOf(hostile, files.issuer()));

    for (String format : new String[] {"text", "json", "markdown"}) {
      assertThat(files.check("-o", format).out())
          .as(format)
          .contains("script")
          .doesNotContain("\u001B", "\u202E");
    }
    assertThat(files.check("-o", "markdown").out()).doesNotContain("<script>", "|<", "`x`");
  }

  /** The text as if no line had been broken. */
  private static String words(TestConsole console) {
    return console.out().replaceAll("\\s+", " ");
  }

  private static JsonNode json(TestConsole console) throws Exception {
    return new ObjectMapper().readTree(console.out());
  }
}
