package dev.ringfence.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.ringfence.cases.CaseFormatException;
import dev.ringfence.cases.CaseLine;
import dev.ringfence.cases.CaseLineReader;
import dev.ringfence.cases.CaseResolver;
import dev.ringfence.cases.CaseRun;
import dev.ringfence.cases.CertificatePool;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.testing.AllocationLimit;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code verify --batch} reads. */
class CaseInputFuzzTest {
  private static final AllocationLimit LINE = WorkLimit.of(256 << 10, 200);
  private static final AllocationLimit RUN = WorkLimit.of(1 << 20, 20_000);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuer = TestPki.intermediateCa(root).mint();
  private final List<Certificate> certificates =
      List.of(
          root.certificate(), issuer.certificate(), TestPki.endEntity(issuer).mint().certificate());

  /** One line, which is written anew and read again. */
  @FuzzTest(maxDuration = "5m")
  void line(byte[] input) {
    LINE.hold(input.length, () -> read(input));
    read(input).ifPresent(line -> assertThat(read(written(line))).contains(line));
  }

  /** Any number of lines: one answer for each, in their order. */
  @FuzzTest(maxDuration = "5m")
  void lines(byte[] input) throws JsonProcessingException {
    RUN.hold(input.length, () -> answers(input));
    String answers = answers(withDigests(input));
    List<String> lines = answers.lines().toList();
    assertThat(lines).hasSize(lineCount(withDigests(input)));
    for (int i = 0; i < lines.size(); i++) {
      var answer = JSON.readTree(lines.get(i));
      if (answer.has("error")) {
        assertThat(answer.get("line").asInt()).isEqualTo(i + 1);
      } else {
        assertThat(answer.get("result").asText()).isIn("Accept", "Reject", "Undetermined");
      }
    }
  }

  /** Digits stand for the certificates, which are made anew for each run. */
  private byte[] withDigests(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    for (int i = 0; i < certificates.size(); i++) {
      text = text.replace("\"" + i + "\"", "\"" + certificates.get(i).sha256() + "\"");
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private String answers(byte[] input) {
    var pool = new CertificatePool(certificates, new SignatureVerifier());
    var stores = new TreeMap<>(Map.of("roots", List.of(root.certificate().sha256())));
    var out = new ByteArrayOutputStream();
    try {
      new CaseRun(pool, new CaseResolver(pool, stores)).run(new ByteArrayInputStream(input), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.US_ASCII);
  }

  /** Ends of lines, and a last line without one. */
  private static int lineCount(byte[] input) {
    int count = 0;
    for (byte octet : input) {
      count += octet == '\n' ? 1 : 0;
    }
    return input.length > 0 && input[input.length - 1] != '\n' ? count + 1 : count;
  }

  private static Optional<CaseLine> read(byte[] input) {
    try {
      return Optional.of(CaseLineReader.read(input));
    } catch (CaseFormatException e) {
      Sentences.check(e.sentence());
      return Optional.empty();
    }
  }

  private static byte[] written(CaseLine line) {
    ObjectNode json = JSON.createObjectNode();
    if (line.id().number()) {
      json.putRawValue("id", new RawValue(line.id().text()));
    } else {
      json.put("id", line.id().text());
    }
    json.put("profile", line.profile());
    if (line.anchors() == null) {
      json.put("trustStore", line.store());
    } else {
      json.set("trustStore", JSON.valueToTree(line.anchors()));
    }
    json.set("served", JSON.valueToTree(line.served()));
    json.put("target", line.target()).put("at", line.at());
    json.put("serverName", line.serverName()).put("purpose", line.purpose());
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
