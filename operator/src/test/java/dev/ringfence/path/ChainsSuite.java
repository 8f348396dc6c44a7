package dev.ringfence.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Public cross-signing families, dated trust stores and what real libraries said of them. */
final class ChainsSuite {
  private static final String END = "-----END CERTIFICATE-----\n";

  /**
   * One judgement of every library.
   *
   * @param served the target first
   * @param verdicts by library: {@code A}, or {@code R:} and the number of OpenSSL's error
   */
  record Case(
      String id,
      Instant at,
      TrustStore store,
      List<Certificate> served,
      Map<String, String> verdicts) {}

  private final Map<String, Certificate> certificates = new HashMap<>();
  private final Map<String, TrustStore> stores = new HashMap<>();

  ChainsSuite() {
    var parser = new CertificateParser(ParserLimits.parser());
    for (var block : Suites.text("chains/all-certs.pem.xz").split(END, -1)) {
      if (!block.isBlank()) {
        var pem = (block + END).getBytes(StandardCharsets.UTF_8);
        var certificate = parser.parse(pem, "all-certs.pem").get(0);
        certificates.put(certificate.sha256(), certificate);
      }
    }
    try {
      var manifest = new ObjectMapper().readTree(Suites.bytes("chains/manifest.json.xz"));
      manifest
          .get("stores")
          .properties()
          .forEach(store -> stores.put(store.getKey(), store(store.getKey(), store.getValue())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrustStore store(String name, JsonNode store) {
    return new TrustStore(
        name,
        StreamSupport.stream(store.get("certs").spliterator(), false)
            .map(sha256 -> certificate(sha256.asText()))
            .toList());
  }

  Certificate certificate(String sha256) {
    return Objects.requireNonNull(certificates.get(sha256), sha256);
  }

  /** Sorted by name. */
  List<TrustStore> stores() {
    return stores.values().stream().sorted(Comparator.comparing(TrustStore::name)).toList();
  }

  List<Certificate> certificates() {
    return List.copyOf(certificates.values());
  }

  List<Case> cases() {
    var lines = Suites.text("chains/library-verdicts.tsv.xz").lines().toList();
    var columns = List.of(lines.get(0).split("\t", -1));
    var cases = new ArrayList<Case>();
    for (var line : lines.subList(1, lines.size())) {
      var fields = line.split("\t", -1);
      var verdicts = new HashMap<String, String>();
      for (int i = 5; i < fields.length; i++) {
        verdicts.put(columns.get(i), fields[i]);
      }
      cases.add(
          new Case(
              fields[0],
              Instant.ofEpochSecond(Long.parseLong(fields[1])),
              Objects.requireNonNull(stores.get(fields[2]), fields[2]),
              Stream.concat(
                      Stream.of(fields[4]),
                      Stream.of(fields[3].split(",", -1)).filter(sha256 -> !sha256.isEmpty()))
                  .map(this::certificate)
                  .toList(),
              verdicts));
    }
    return cases;
  }
}
