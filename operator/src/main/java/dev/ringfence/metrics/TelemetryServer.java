package dev.ringfence.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves {@code /metrics}, {@code /healthz} and {@code /readyz} over HTTP, and nothing else. */
public final class TelemetryServer implements AutoCloseable {
  private static final int THREADS = 2;

  private final HttpServer server;
  private final ExecutorService executor;

  /**
   * Binds at once, so that a port in use is known before anything else starts.
   *
   * @param port 0 takes a free one
   * @param unready sentences that say what is missing; empty when ready
   */
  public TelemetryServer(int port, MeterScrape scrape, Supplier<List<String>> unready)
      throws IOException {
    server = HttpServer.create(new InetSocketAddress(port), 0);
    executor =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "telemetry");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(executor);
    server.createContext("/metrics", exchange -> metrics(exchange, scrape));
    server.createContext("/healthz", exchange -> text(exchange, "/healthz", 200, "ok\n"));
    server.createContext("/readyz", exchange -> ready(exchange, unready.get()));
    server.start();
  }

  /** The port bound, also if 0 was asked for. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }

  private static void metrics(HttpExchange exchange, MeterScrape scrape) throws IOException {
    if (refused(exchange, "/metrics")) {
      return;
    }
    String accept = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
    MeterScrape.Text text = scrape.read(accept);
    exchange.getResponseHeaders().set("Content-Type", text.contentType());
    send(exchange, 200, text.text().getBytes(StandardCharsets.UTF_8));
  }

  private static void ready(HttpExchange exchange, List<String> unready) throws IOException {
    if (unready.isEmpty()) {
      text(exchange, "/readyz", 200, "ready\n");
    } else {
      text(exchange, "/readyz", 503, String.join("\n", unready) + "\n");
    }
  }

  private static void text(HttpExchange exchange, String path, int status, String body)
      throws IOException {
    if (refused(exchange, path)) {
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Contexts match by prefix; only the exact path and reading methods are served. */
  private static boolean refused(HttpExchange exchange, String path) throws IOException {
    String method = exchange.getRequestMethod();
    if (!exchange.getRequestURI().getPath().equals(path)) {
      send(exchange, 404, new byte[0]);
      return true;
    }
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      send(exchange, 405, new byte[0]);
      return true;
    }
    return false;
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, empty ? -1 : body.length);
      if (!empty) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
