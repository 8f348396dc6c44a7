package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.cases.CaseResolver;
import dev.ringfence.cases.CaseRun;
import dev.ringfence.cases.CertificatePool;
import dev.ringfence.cases.TrustStoreNames;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.testing.Suites;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every judgement of every library, asked in one batch. */
class BatchVerdictsTest {
  /** The profile that models each library. */
  private static final Map<String, String> PROFILES =
      new TreeMap<>(
          Map.of(
              "openssl-1.0.0m", "openssl-1.0.0",
              "openssl-1.0.1l", "openssl-1.0.1",
              "openssl-1.0.1u", "openssl-1.0.1n",
              "openssl-1.0.2s", "openssl-1.0.2",
              "openssl-1.1.1g", "openssl-1.1.1"));

  @TempDir Path folder;
  private final List<String> accepted = new ArrayList<>();

  @BeforeEach
  void writeFiles() throws IOException {
    Files.write(folder.resolve("pool.pem"), Suites.bytes("chains/all-certs.pem.xz"));
    Map<String, JsonNode> stores = new TreeMap<>();
    new ObjectMapper()
        .readTree(Suites.bytes("chains/manifest.json.xz"))
        .get("stores")
        .properties()
        .forEach(store -> stores.put(store.getKey(), store.getValue().get("certs")));
    new ObjectMapper().writeValue(folder.resolve("stores.json").toFile(), stores);
    try (OutputStream out = Files.newOutputStream(folder.resolve("cases.jsonl"))) {
      writeCases(out);
    }
  }

  @Test
  void answersEveryJudgementAsTheLibraryDid() throws IOException {
    TestConsole console = new TestConsole(folder);
    long start = System.nanoTime();

    int exitCode =
        console.run(
            "verify",
            "--batch",
            "cases.jsonl",
            "--certificates",
            "pool.pem",
            "--trust-stores",
            "stores.json");

    Duration spent = Duration.ofNanos(System.nanoTime() - start);
    List<String> answers = console.out().lines().toList();
    System.out.printf(
        "verify --batch: %d verdicts in %d ms, files included%n", answers.size(), spent.toMillis());
    assertThat(exitCode).isEqualTo(ExitCode.OK);
    assertThat(answers).hasSize(82_800);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      boolean yes = answers.get(i).contains("\"result\":\"Accept\"");
      if (yes != accepted.get(i).endsWith(" A")) {
        wrong.add(accepted.get(i) + " here " + answers.get(i));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void verifiesEachSignatureOnceWhateverTheNumberOfLines() throws Exception {
    var verifier = new SignatureVerifier();
    var pool =
        new CertificatePool(
            new CertificateParser(ParserLimits.pool())
                .parse(Files.readAllBytes(folder.resolve("pool.pem")), "pool"),
            verifier);
    var stores = TrustStoreNames.read(Files.readAllBytes(folder.resolve("stores.json")));
    byte[] cases = Files.readAllBytes(folder.resolve("cases.jsonl"));

    new CaseRun(pool, new CaseResolver(pool, stores))
        .run(new ByteArrayInputStream(cases), OutputStream.nullOutputStream());
    long once = verifier.verifications();
    var again = new CaseRun(pool, new CaseResolver(pool, stores));
    again.run(new ByteArrayInputStream(cases), OutputStream.nullOutputStream());

    System.out.printf("verify --batch: %d signatures for 82,800 verdicts%n", once);
    assertThat(pool.size()).isEqualTo(2_930);
    assertThat(again.answered()).isEqualTo(82_800);
    assertThat(verifier.verifications()).isEqualTo(once);
    assertThat(once).isPositive().isLessThanOrEqualTo(edges(pool));
  }

  /** Pairs of a certificate and a key whose certificate has the name of its issuer. */
  private static long edges(CertificatePool pool) {
    return pool.graph().certificates().stream()
        .mapToLong(
            child ->
                pool.graph().named(child.issuer()).stream()
                    .map(issuer -> issuer.publicKey().spkiSha256())
                    .distinct()
                    .count())
        .sum();
  }

  private void writeCases(OutputStream out) throws IOException {
    List<String> lines = Suites.text("chains/library-verdicts.tsv.xz").lines().toList();
    List<String> columns = List.of(lines.get(0).split("\t", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      for (Map.Entry<String, String> library : PROFILES.entrySet()) {
        String id = fields[0] + "/" + library.getKey();
        out.write(line(id, library.getValue(), fields));
        out.write('\n');
        accepted.add(id + " " + fields[columns.indexOf(library.getKey())]);
      }
    }
  }

  private static byte[] line(String id, String profile, String[] fields) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeStringField("profile", profile);
      json.writeStringField("trustStore", fields[2]);
      json.writeArrayFieldStart("served");
      for (String sha256 : Arrays.asList(fields[3].split(",", -1))) {
        if (!sha256.isEmpty()) {
          json.writeString(sha256);
        }
      }
      json.writeEndArray();
      json.writeStringField("target", fields[4]);
      json.writeNumberField("at", Long.parseLong(fields[1]));
      json.writeEndObject();
    }
    return line.toByteArray();
  }
}
