package dev.ringfence.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * A kind of request in the audit log of the API server, as its authorizer saw it.
 *
 * @param group empty for the core group
 * @param resource with its subresource after a slash
 * @param namespace empty if it was for all of them or the resource has none
 * @param bounded a list that is paged, a watch that ends by itself, or any other request
 */
public record AuditedRequest(
    String verb,
    String group,
    String resource,
    String namespace,
    boolean allowed,
    boolean bounded)
    implements Comparable<AuditedRequest> {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param since bytes of the log to leave out
   */
  static Set<AuditedRequest> of(String user, Path log, long since) {
    Set<AuditedRequest> requests = new TreeSet<>();
    try (InputStream bytes = Files.newInputStream(log)) {
      bytes.skipNBytes(since);
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(line -> line.endsWith("}")).toList()) {
        JsonNode event = JSON.readTree(line);
        JsonNode object = event.path("objectRef");
        if (event.at("/user/username").asText().equals(user) && object.has("resource")) {
          requests.add(of(event, object));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return requests;
  }

  private static AuditedRequest of(JsonNode event, JsonNode object) {
    String subresource = object.path("subresource").asText();
    return new AuditedRequest(
        event.path("verb").asText(),
        object.path("apiGroup").asText(),
        object.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource),
        object.path("namespace").asText(),
        event.path("annotations").path("authorization.k8s.io/decision").asText().equals("allow"),
        bounded(event.path("verb").asText(), event.path("requestURI").asText()));
  }

  private static boolean bounded(String verb, String address) {
    return switch (verb) {
      case "list" -> address.contains("limit=");
      case "watch" -> address.contains("timeoutSeconds=");
      default -> true;
    };
  }

  /** Without namespace and answer. */
  public String right() {
    return verb + " " + (group.isEmpty() ? "" : group + "/") + resource;
  }

  @Override
  public int compareTo(AuditedRequest other) {
    return toString().compareTo(other.toString());
  }
}
