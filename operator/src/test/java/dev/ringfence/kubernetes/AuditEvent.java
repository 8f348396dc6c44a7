package dev.ringfence.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of the audit log of the API server.
 *
 * @param resource with its subresource after a slash
 * @param address path and query
 * @param at when it was answered
 */
public record AuditEvent(
    String user,
    String verb,
    String group,
    String resource,
    String namespace,
    String name,
    String address,
    boolean allowed,
    int code,
    Instant at) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether the operator's ServiceAccount asked. */
  public boolean isOfOperator() {
    return user.equals("system:serviceaccount:" + RealApi.OPERATOR);
  }

  /**
   * Those about resources; the last line may still be under way and is left out then.
   *
   * @param since bytes of the log to leave out
   */
  static List<AuditEvent> read(Path log, long since) {
    try (InputStream bytes = Files.newInputStream(log)) {
      bytes.skipNBytes(since);
      return of(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)).lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of some lines, about resources. */
  static List<AuditEvent> of(Stream<String> lines) {
    return lines
        .filter(line -> line.endsWith("}"))
        .map(AuditEvent::tree)
        .filter(event -> event.path("objectRef").has("resource"))
        .map(AuditEvent::of)
        .toList();
  }

  private static JsonNode tree(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AuditEvent of(JsonNode event) {
    JsonNode object = event.path("objectRef");
    String subresource = object.path("subresource").asText();
    return new AuditEvent(
        event.at("/user/username").asText(),
        event.path("verb").asText(),
        object.path("apiGroup").asText(),
        object.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource),
        object.path("namespace").asText(),
        object.path("name").asText(),
        event.path("requestURI").asText(),
        event.path("annotations").path("authorization.k8s.io/decision").asText().equals("allow"),
        event.at("/responseStatus/code").asInt(),
        Instant.parse(event.path("stageTimestamp").asText()));
  }
}
