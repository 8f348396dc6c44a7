package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  @TempDir Path folder;
  private TestFiles files;

  @BeforeEach
  void writeFiles() {
    files = new TestFiles(folder);
    files.writeLaboratory();
    files.write(
        "phones.csv",
        """
        model,firmware,phones,site
        CX600,4.0.7577.4420,310,hq
        CX600,4.0.7577.4420,12,branch
        CX700,4.0.7577.4494,38,branch
        """);
  }

  @Test
  void showsPathsSignaturesBuildersFactsAndQuestions() {
    TestConsole console = explain("--model", "CX600", "--firmware", "4.0.7577.4420");

    assertThat(console.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(console.err()).isEmpty();
    assertThat(console.out())
        .startsWith("CX600 on 4.0.7577.4420 (family aries): Compatible")
        .contains("(anchor)", "works", ": valid", "rfc5280 builds and accepts")
        .contains("signature.sha256WithRSAEncryption: Yes, Documented.")
        .contains("Observed (LAB)")
        .doesNotContain("CX700");
  }

  @Test
  void explainsAlikeGroupsOnceAndAllPhonesWithoutAFilter() throws Exception {
    JsonNode phones = new ObjectMapper().readTree(explain("-o", "json").out()).path("phones");

    assertThat(phones).hasSize(2);
    assertThat(phones.get(0).path("groups").size() + phones.get(1).path("groups").size())
        .isEqualTo(3);
    assertThat(phones.get(0).path("builtPaths")).isNotEmpty();
  }

  @Test
  void asksWhetherThePhoneAcceptsTheChainWithTheCertificateThatDividesTheBuilders() {
    Minted elsewhere = TestPki.rootCa().subject("CN=Gone Root CA").mint();
    Minted cross = TestPki.reissue(files.issuer(), elsewhere).mint();
    files.write("new.pem", Minted.pemOf(files.endEntity(), cross, files.issuer()));

    TestConsole console = explain("--model", "CX600", "--firmware", "4.0.7577.4420");

    assertThat(console.out())
        .startsWith("CX600 on 4.0.7577.4420 (family aries): Undetermined")
        .contains("rfc5280 builds and accepts", "served-order ends by IssuerMissing");
    assertThat(console.out().replaceAll("\\s+", " "))
        .contains(
            "What a test would settle - Does CX600 on 4.0.7577.4420 accept this chain when the server"
                + " sends Test Issuing CA (SHA-256 "
                + cross.certificate().sha256()
                + ")? Like rfc5280 it does, like served-order it does not; without that certificate"
                + " it does by all of them.");
  }

  @Test
  void writesMarkdown() {
    assertThat(explain("-o", "markdown").out())
        .contains("## CX600 on 4.0.7577.4420", "### Facts", "### What each path builder does");
  }

  @Test
  void namesThePhonesThatThereAreWhenNoneMatch() {
    TestConsole console = explain("--model", "CX3000");

    assertThat(console.exitCode()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .isEqualTo(
            "No phones of the fleets match --model CX3000 --firmware (any); there are CX600"
                + " 4.0.7577.4420, CX700 4.0.7577.4494.\n");
  }

  @Test
  void anUnresolvedInputIsAHold() {
    files.write("phones.csv", "model,firmware,phones\nCX600,4.0.7577.4420,many\n");

    TestConsole console = explain();

    assertThat(console.exitCode()).isEqualTo(ExitCode.HOLD);
    assertThat(console.out()).startsWith("Hold, gate Closed");
  }

  private TestConsole explain(String... more) {
    List<String> args =
        new ArrayList<>(List.of("explain", "--chain", "new.pem", "--fleet", "phones.csv"));
    args.addAll(List.of("--catalog", "lab.yaml", "--at", TestPki.NOW.toString()));
    args.addAll(List.of(more));
    TestConsole console = new TestConsole(folder);
    console.run(args.toArray(String[]::new));
    return console;
  }
}
