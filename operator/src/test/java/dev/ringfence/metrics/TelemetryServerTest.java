package dev.ringfence.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelemetryServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> unready = new CopyOnWriteArrayList<>();
  private TelemetryServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        new TelemetryServer(
            0, new Telemetry(Clock.systemUTC()).scrape(), () -> List.copyOf(unready));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void servesWhatTheScraperAsksFor() throws Exception {
    HttpResponse<String> prometheus = get("GET", "/metrics", "text/plain");
    HttpResponse<String> open = get("GET", "/metrics", "application/openmetrics-text");

    assertThat(prometheus.statusCode()).isEqualTo(200);
    assertThat(contentType(prometheus)).startsWith("text/plain; version=0.0.4");
    assertThat(prometheus.body()).contains("ringfence_evaluations_total{verdict=\"Hold\"} 0.0");
    assertThat(contentType(open)).startsWith("application/openmetrics-text; version=1.0.0");
    assertThat(open.body()).endsWith("# EOF\n");
  }

  @Test
  void isAliveAndReadyOnlyWhenNothingIsMissing() throws Exception {
    unready.add("The informers have not synced yet.");

    assertThat(get("GET", "/healthz", "*/*").statusCode()).isEqualTo(200);
    HttpResponse<String> waiting = get("GET", "/readyz", "*/*");
    assertThat(waiting.statusCode()).isEqualTo(503);
    assertThat(waiting.body()).isEqualTo("The informers have not synced yet.\n");

    unready.clear();
    assertThat(get("GET", "/readyz", "*/*").statusCode()).isEqualTo(200);
  }

  @Test
  void servesNothingElse() throws Exception {
    assertThat(get("GET", "/metrics/more", "*/*").statusCode()).isEqualTo(404);
    assertThat(get("GET", "/", "*/*").statusCode()).isEqualTo(404);
    assertThat(get("POST", "/metrics", "*/*").statusCode()).isEqualTo(405);
    HttpResponse<String> head = get("HEAD", "/metrics", "*/*");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  private HttpResponse<String> get(String method, String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Accept", accept)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String contentType(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }
}
