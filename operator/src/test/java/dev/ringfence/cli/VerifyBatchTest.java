package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.report.TextLayout;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many cases, one line each. */
@Timeout(60)
class VerifyBatchTest {
  private static final long NOW = TestPki.NOW.getEpochSecond();

  @TempDir Path folder;
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuer = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuer).mint();

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("pool.pem"), Minted.pemOf(endEntity, issuer, root, root));
    Files.writeString(
        folder.resolve("stores.json"),
        "{\"roots\": [\"%s\"], \"none\": [], \"gone\": [\"ab\"]}".formatted(digest(root)));
  }

  @Test
  void answersEachLineInItsPlace() {
    TestConsole console =
        batch(
            line("a", "rfc5280", "\"roots\"", "\"%s\"".formatted(digest(issuer)), ""),
            line("b", "rfc5280", "\"none\"", "\"%s\"".formatted(digest(issuer)), ""),
            line("c", "served-order", "[\"%s\"]".formatted(digest(root)), "", ""));

    assertThat(console.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(console.err()).isEmpty();
    assertThat(console.out())
        .isEqualTo(
            """
            {"id":"a","profile":"rfc5280","result":"Accept","reason":null,"path":["%1$s","%2$s","%3$s"]}
            {"id":"b","profile":"rfc5280","result":"Reject","reason":"IssuerMissing","path":["%1$s"]}
            {"id":"c","profile":"served-order","result":"Reject","reason":"IssuerMissing","path":["%1$s"]}
            """
                .formatted(digest(endEntity), digest(issuer), digest(root)));
  }

  @Test
  void aLineThatCannotBeAnsweredSpoilsNoOther() {
    String good = line("good", "rfc5280", "\"roots\"", "\"%s\"".formatted(digest(issuer)), "");

    TestConsole console =
        batch(
            good,
            "not JSON",
            "",
            line("profile", "openssl-0.9", "\"roots\"", "", ""),
            line("store", "rfc5280", "\"rots\"", "", ""),
            line("held", "rfc5280", "\"gone\"", "", ""),
            line("sent", "rfc5280", "\"roots\"", "\"cd\"", ""),
            line("use", "rfc5280", "\"roots\"", "", ", \"purpose\": \"mail\""),
            line("name", "rfc5280", "\"roots\"", "", ", \"serverName\": \" \""),
            "x".repeat(1_100_000),
            good.replace("\"at\": " + NOW, "\"at\": 9000000000000000000"),
            good);

    assertThat(console.exitCode()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.err())
        .isEqualTo("2 lines were answered, 10 could not be; each of these is told in its place.\n");
    List<String> lines = console.out().lines().toList();
    assertThat(lines).hasSize(12);
    assertThat(lines.get(0))
        .startsWith("{\"id\":\"good\",\"profile\":\"rfc5280\",\"result\":\"Accept\"");
    assertThat(lines.get(11)).isEqualTo(lines.get(0));
    assertThat(lines.get(1)).startsWith("{\"line\":2,\"error\":\"The line is not valid JSON: ");
    assertThat(lines.get(2)).startsWith("{\"line\":3,\"error\":\"The line is no JSON object;");
    assertThat(lines.get(3))
        .startsWith(
            "{\"id\":\"profile\",\"line\":4,\"error\":\"There is no path profile \\\"openssl-0.9\\\";"
                + " expected one of openssl-1.0.");
    assertThat(lines.get(4))
        .contains(
            "There is no trust store \\\"rots\\\"; the file of trust stores names 3, not this one.");
    assertThat(lines.get(5))
        .contains("The certificate \\\"ab\\\" (trust store gone) is not in the pool of 3;");
    assertThat(lines.get(6)).contains("The certificate \\\"cd\\\" (served) is not in the pool");
    assertThat(lines.get(7)).contains("expected one of any, server, client, web-server.");
    assertThat(lines.get(8)).contains("The field serverName is empty;");
    assertThat(lines.get(9))
        .isEqualTo(
            "{\"line\":10,\"error\":\"The line is longer than 1,048,576 bytes, which is the limit.\"}");
    assertThat(lines.get(10)).contains("beyond what a calendar knows");
  }

  @Test
  void aServedTargetIsNotRepeatedAndDigestsMayBeInCapitals() {
    String sent =
        "\"%s\", \"%s\"".formatted(digest(endEntity).toUpperCase(Locale.ROOT), digest(issuer));

    assertThat(batch(line("a", "served-order", "\"roots\"", sent, "")).out())
        .contains("\"result\":\"Accept\"");
  }

  @Test
  void namesAndPurposesAreAskedFor() {
    String sent = "\"%s\"".formatted(digest(issuer));

    assertThat(
            batch(
                    line(
                        "a",
                        "rfc5280",
                        "\"roots\"",
                        sent,
                        ", \"serverName\": \"pool.example.com\""),
                    line(
                        "b", "rfc5280", "\"roots\"", sent, ", \"serverName\": \"www.example.com\""),
                    line("c", "rfc5280", "\"roots\"", sent, ", \"purpose\": \"server\""))
                .out()
                .lines()
                .map(line -> line.replaceAll(".*\"result\":(.*),\"path.*", "$1")))
        .containsExactly(
            "\"Accept\",\"reason\":null",
            "\"Reject\",\"reason\":\"ServerNameMismatch\"",
            "\"Accept\",\"reason\":null");
  }

  @Test
  void answersBeforeItWaitsForTheNextLine() throws Exception {
    PipedOutputStream questions = new PipedOutputStream();
    PipedInputStream answers = new PipedInputStream(1 << 16);
    CommandEnvironment environment =
        environment(
            new PipedInputStream(questions, 1 << 16),
            new PrintStream(new PipedOutputStream(answers), false, StandardCharsets.UTF_8));
    Thread command =
        new Thread(
            () ->
                new RingfenceCommand(environment, Map.of())
                    .run("verify", "--batch", "-", "--certificates", "pool.pem"));
    command.start();

    for (String id : List.of("first", "second")) {
      String line = line(id, "rfc5280", "[\"%s\"]".formatted(digest(root)), "", "") + "\n";
      questions.write(line.getBytes(StandardCharsets.UTF_8));
      questions.flush();
      assertThat(readLine(answers)).startsWith("{\"id\":\"" + id);
    }
    questions.close();
    command.join();
  }

  @Test
  void endsQuietlyWhenNobodyReadsAnyMore() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Endless endless =
        new Endless(line("a", "rfc5280", "[\"%s\"]".formatted(digest(root)), "", "") + "\n");
    CommandEnvironment environment =
        new CommandEnvironment(
            endless,
            new PrintStream(closed, true, StandardCharsets.UTF_8),
            new PrintStream(said, true, StandardCharsets.UTF_8),
            Clock.fixed(TestPki.NOW, ZoneOffset.UTC),
            folder,
            TextLayout.PLAIN);

    int exitCode =
        new RingfenceCommand(environment, Map.of())
            .run("verify", "--batch", "-", "--certificates", "pool.pem");

    assertThat(exitCode).isEqualTo(ExitCode.HOLD);
    assertThat(said.size()).isZero();
  }

  @Test
  void filesThatCannotBeReadAreTold() throws IOException {
    Files.writeString(folder.resolve("stores.json"), "{\"roots\": \"%s\"}".formatted(digest(root)));

    TestConsole console = batch("{}");

    assertThat(console.exitCode()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.err())
        .isEqualTo(
            "File \"stores.json\" (--trust-stores) cannot be read: line 1, expected a list of SHA-256"
                + " digests.\n");
  }

  private TestConsole batch(String... lines) {
    TestConsole console =
        new TestConsole(folder, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    console.run(
        "verify", "--batch", "-", "--certificates", "pool.pem", "--trust-stores", "stores.json");
    return console;
  }

  private String line(String id, String profile, String store, String served, String more) {
    return """
    {"id": "%s", "profile": "%s", "trustStore": %s, "served": [%s], "target": "%s", "at": %d%s}"""
        .formatted(id, profile, store, served, digest(endEntity), NOW, more);
  }

  private static String digest(Minted minted) {
    return minted.certificate().sha256();
  }

  private CommandEnvironment environment(InputStream in, PrintStream out) {
    return new CommandEnvironment(
        in, out, System.err, Clock.fixed(TestPki.NOW, ZoneOffset.UTC), folder, TextLayout.PLAIN);
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  /** The same line for ever. */
  private static final class Endless extends InputStream {
    private final byte[] line;
    private int next;

    Endless(String line) {
      this.line = line.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      return line[next++ % line.length];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      for (int i = 0; i < length; i++) {
        bytes[offset + i] = (byte) read();
      }
      return length;
    }

    @Override
    public int available() {
      return 1;
    }
  }
}
