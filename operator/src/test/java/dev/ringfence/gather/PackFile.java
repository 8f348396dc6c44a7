package dev.ringfence.gather;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** A built-in pack as written, read without the product's own mapping. */
record PackFile(JsonNode spec, Map<String, Certificate> certificates) {

  static PackFile read(String name) throws IOException {
    try (var stream = PackFile.class.getResourceAsStream("/catalog/" + name + ".yaml")) {
      if (stream == null) {
        throw new IOException("The class path has no pack " + name + ".");
      }
      var spec = new ObjectMapper(new YAMLFactory()).readTree(stream).required("spec");
      var certificates = new LinkedHashMap<String, Certificate>();
      for (var entry : spec.required("certificates")) {
        var id = entry.required("id").textValue();
        var pem = entry.required("pem").textValue().getBytes(StandardCharsets.US_ASCII);
        var parsed = new CertificateParser(ParserLimits.doors()).parse(pem, id);
        if (parsed.size() != 1 || certificates.put(id, parsed.get(0)) != null) {
          throw new IOException(
              "The entry " + id + " is not one certificate with an id of its own.");
        }
      }
      return new PackFile(spec, certificates);
    }
  }

  List<JsonNode> list(String field) {
    return StreamSupport.stream(spec.required(field).spliterator(), false).toList();
  }

  List<String> sha256s() {
    return certificates.values().stream().map(Certificate::sha256).toList();
  }

  JsonNode trustStore(String name) {
    return list("trustStores").stream()
        .filter(store -> store.required("name").textValue().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The pack has no trust store " + name + "."));
  }

  /** The entry of a store for a certificate. */
  Optional<JsonNode> entry(String store, String sha256) {
    return StreamSupport.stream(trustStore(store).required("entries").spliterator(), false)
        .filter(entry -> sha256Of(entry.required("certificate").textValue()).equals(sha256))
        .findFirst();
  }

  String sha256Of(String id) {
    var certificate = certificates.get(id);
    if (certificate == null) {
      throw new AssertionError("The pack has no certificate " + id + ".");
    }
    return certificate.sha256();
  }

  /** Hands every statement, and everything else that has a level, to the visitor. */
  void forEachStatement(Consumer<JsonNode> visitor) {
    var open = new ArrayList<>(List.of(spec));
    while (!open.isEmpty()) {
      var node = open.remove(open.size() - 1);
      if (node.has("level") || node.has("present")) {
        visitor.accept(node);
      }
      node.forEach(open::add);
    }
  }

  /** The texts of a list; empty if the field is absent. */
  static List<String> texts(JsonNode node, String field) {
    return StreamSupport.stream(node.path(field).spliterator(), false)
        .map(JsonNode::textValue)
        .toList();
  }
}
