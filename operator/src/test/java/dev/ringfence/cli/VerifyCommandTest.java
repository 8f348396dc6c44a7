package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One chain, one trust store, one profile. */
class VerifyCommandTest {
  @TempDir Path folder;
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuer = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuer).mint();

  @BeforeEach
  void writeFiles() throws IOException {
    write("chain.pem", endEntity, issuer);
    write("roots.pem", root);
  }

  @Test
  void acceptsAndShowsThePath() {
    TestConsole console = verify("--server-name", "pool.example.com");

    assertThat(console.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(console.err()).isEmpty();
    assertThat(console.out())
        .isEqualTo(
            """
            Accept
              Profile rfc5280 at 2026-06-01T00:00:00Z, purpose server, server name pool.example.com. 2 served, 1
              in trust store roots.pem.

            Path
              1. CN=pool.example.com
                 SHA-256 %s
                 served, 2026-01-01T00:00:00Z to 2026-12-31T23:59:59Z
              2. O=Example,CN=Test Issuing CA
                 SHA-256 %s
                 served, 2020-01-01T00:00:00Z to 2039-12-31T23:59:59Z
              3. O=Example,CN=Test Root CA
                 SHA-256 %s
                 trusted, 2020-01-01T00:00:00Z to 2039-12-31T23:59:59Z
            """
                .formatted(
                    endEntity.certificate().sha256(),
                    issuer.certificate().sha256(),
                    root.certificate().sha256()));
  }

  @Test
  void rejectsWithTheReasonAndThePlace() throws IOException {
    write("chain.pem", endEntity);

    TestConsole console = verify();

    assertThat(console.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(console.out())
        .startsWith("Reject: IssuerMissing\n")
        .contains("purpose any, no server name")
        .contains(
            "Why\n  Neither the served certificates nor the trust store roots.pem have the issuer")
        .contains("Path, as far as the builder came\n  1. CN=pool.example.com")
        .contains("it ends here");
  }

  @Test
  void writesJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(verify("-o", "json", "--at", "2027-01-01").out());

    assertThat(json.path("kind").asText()).isEqualTo("PathVerdict");
    assertThat(json.path("result").asText()).isEqualTo("Reject");
    assertThat(json.path("reason").asText()).isEqualTo("CertificateExpired");
    assertThat(json.path("failedAt").path("sha256").asText())
        .isEqualTo(endEntity.certificate().sha256());
    assertThat(json.path("path").findValuesAsText("sha256"))
        .containsExactly(
            endEntity.certificate().sha256(),
            issuer.certificate().sha256(),
            root.certificate().sha256());
  }

  @Test
  void aServerNameAsksForTheUseByAServerToo() throws IOException {
    Minted client = TestPki.endEntity(issuer).extendedKeyUsage("1.3.6.1.5.5.7.3.2").mint();
    write("chain.pem", client, issuer);

    assertThat(verify().out()).startsWith("Accept");
    assertThat(verify("--server-name", "pool.example.com").out())
        .startsWith("Reject: ServerAuthenticationMissing");
    assertThat(verify("--server-name", "pool.example.com", "--purpose", "any").out())
        .startsWith("Accept");
    assertThat(verify("--server-name", "2001:db8::1", "--purpose", "any").out())
        .startsWith("Reject: ServerNameMismatch");
  }

  @Test
  void whatTheBudgetEndsIsUndetermined() throws IOException {
    Minted[] mesh = new Minted[150];
    for (int i = 0; i < mesh.length; i++) {
      mesh[i] = TestPki.rootCa().key(KeyKind.EC_P256, "key-" + i).mint();
    }
    List<Minted> chain =
        new ArrayList<>(List.of(TestPki.endEntity(mesh[0]).withDamagedSignature().mint()));
    chain.addAll(List.of(mesh));
    write("chain.pem", chain.toArray(Minted[]::new));

    TestConsole console = verify();

    assertThat(console.exitCode()).isEqualTo(ExitCode.HOLD);
    assertThat(console.out()).startsWith("Undetermined: SearchBudgetExhausted");
  }

  @Test
  void theChainMayComeFromStandardInput() {
    TestConsole console =
        new TestConsole(folder, Minted.pemOf(endEntity, issuer).getBytes(StandardCharsets.UTF_8));

    int exitCode =
        console.run(
            "verify", "--profile", "served-order", "--trust-store", "roots.pem", "--chain", "-");

    assertThat(exitCode).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("at " + TestConsole.NOW);
  }

  @Test
  void saysWhichFlagIsWrong() {
    assertThat(error("verify", "--chain", "chain.pem"))
        .isEqualTo(
            "--trust-store is missing; expected --profile, --trust-store and --chain, or --batch and"
                + " --certificates.\n");
    assertThat(error("verify", "--profile", "openssl"))
        .contains("expected one of", "openssl-1.0.1", "served-order", "found \"openssl\"");
    assertThat(error("verify", "--certificates", "roots.pem"))
        .isEqualTo("--certificates needs --batch, which is missing.\n");
    assertThat(error("verify", "--batch", "-", "--chain", "chain.pem"))
        .startsWith("--chain cannot go with --batch;");
    assertThat(error("verify", "--batch", "-"))
        .startsWith("--certificates is missing; expected a file");
    assertThat(error("verify", "--profile", "rfc5280", "--chain", "none.pem", "--trust-store", "x"))
        .isEqualTo(
            "File \"none.pem\" (--chain) does not exist; expected certificates in PEM, DER or PKCS#7"
                + " form.\n");
  }

  private String error(String... args) {
    TestConsole console = new TestConsole(folder);
    assertThat(console.run(args)).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.out()).isEmpty();
    return console.err();
  }

  private TestConsole verify(String... more) {
    List<String> args =
        new ArrayList<>(List.of("verify", "--profile", "rfc5280", "--trust-store", "roots.pem"));
    args.addAll(List.of("--chain", "chain.pem"));
    if (!List.of(more).contains("--at")) {
      args.addAll(List.of("--at", TestPki.NOW.toString()));
    }
    args.addAll(List.of(more));
    TestConsole console = new TestConsole(folder);
    console.run(args.toArray(String[]::new));
    return console;
  }

  private void write(String name, Minted... certificates) throws IOException {
    Files.writeString(folder.resolve(name), Minted.pemOf(certificates));
  }
}
