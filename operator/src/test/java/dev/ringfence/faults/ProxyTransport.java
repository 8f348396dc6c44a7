package dev.ringfence.faults;

import dev.ringfence.kubernetes.RealApi;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.TCPSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The two TLS ends of every {@link FaultProxy}; what it sends on is sent as whoever sent it. */
final class ProxyTransport implements AutoCloseable {
  private static final String AUTHORIZATION = "Authorization";
  private static final String HOST = "localhost";
  private static final int MAX_MESSAGE = 8 << 20;
  private static final List<String> HOP_BY_HOP =
      List.of("Host", "Connection", "Content-Length", "Transfer-Encoding", "Accept-Encoding");
  private static final int CONNECTIONS = 64;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Minted authority = TestPki.rootCa().subject("CN=Proxy CA,O=Example").mint();
  private final Minted self = TestPki.endEntity(authority).dnsNames(HOST).mint();
  private final URI api;
  private final String token;
  private final HttpClient http;
  private final WebSocketClient sockets;

  ProxyTransport(RealApi real) {
    Config server = real.config();
    this.api = URI.create(server.getMasterUrl());
    this.token = real.operatorToken();
    HttpClientOptions options = new HttpClientOptions().setMaxPoolSize(CONNECTIONS);
    secure(options, server);
    this.http = vertx.createHttpClient(options);
    WebSocketClientOptions watching =
        new WebSocketClientOptions()
            .setMaxFrameSize(MAX_MESSAGE)
            .setMaxMessageSize(MAX_MESSAGE)
            .setMaxConnections(CONNECTIONS);
    secure(watching, server);
    this.sockets = vertx.createWebSocketClient(watching);
  }

  private static void secure(TCPSSLOptions options, Config server) {
    try {
      options.setSsl(true).setTrustOptions(TrustOptions.wrap(SSLUtils.trustManagers(server)[0]));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of an operator behind the proxy on this port, which has the rights of its ServiceAccount. */
  String kubeconfig(int port) {
    return """
        apiVersion: v1
        kind: Config
        clusters:
        - name: tests
          cluster: {server: "https://%s:%d", certificate-authority-data: "%s"}
        users:
        - name: operator
          user: {token: %s}
        contexts:
        - name: tests
          context: {cluster: tests, user: operator}
        current-context: tests
        """
        .formatted(
            HOST,
            port,
            Base64.getEncoder().encodeToString(authority.pem().getBytes(StandardCharsets.US_ASCII)),
            token);
  }

  HttpServer listen(Handler<HttpServerRequest> requests, Handler<HttpConnection> connections) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setSsl(true)
            .setUseAlpn(false)
            .setMaxWebSocketFrameSize(MAX_MESSAGE)
            .setMaxWebSocketMessageSize(MAX_MESSAGE)
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .addCertValue(Buffer.buffer(self.pem()))
                    .addKeyValue(
                        Buffer.buffer(
                            Minted.pemBlock(
                                "PRIVATE KEY", self.keys().getPrivate().getEncoded()))));
    return done(
        vertx
            .createHttpServer(options)
            .requestHandler(requests)
            .connectionHandler(connections)
            .listen(0, HOST));
  }

  Future<Answer> send(HttpServerRequest request, Buffer body) {
    return http.request(request.method(), api.getPort(), api.getHost(), request.uri())
        .compose(
            out -> {
              out.headers().setAll(endToEnd(request.headers()));
              if (!request.method().equals(HttpMethod.GET)) {
                // The checks read in the answer what was stored, also where the operator asks for
                // less.
                out.headers().remove(HttpHeaders.ACCEPT);
              }
              return out.send(body);
            })
        .compose(in -> in.body().map(read -> new Answer(in.statusCode(), in.headers(), read)));
  }

  /** Paused, until there is somebody to read it. */
  Future<WebSocket> watch(HttpServerRequest request) {
    return sockets
        .connect(
            new WebSocketConnectOptions()
                .setHost(api.getHost())
                .setPort(api.getPort())
                .putHeader(AUTHORIZATION, request.getHeader(AUTHORIZATION))
                .setURI(request.uri()))
        .map(
            socket -> {
              socket.pause();
              return socket;
            });
  }

  void run(Runnable action) {
    vertx.runOnContext(now -> action.run());
  }

  void later(Duration delay, Runnable action) {
    vertx.setTimer(delay.toMillis(), timer -> action.run());
  }

  private static MultiMap endToEnd(MultiMap headers) {
    MultiMap kept = MultiMap.caseInsensitiveMultiMap().addAll(headers);
    HOP_BY_HOP.forEach(kept::remove);
    return kept;
  }

  /** What the API server answered. */
  record Answer(int code, MultiMap headers, Buffer body) {
    void writeTo(HttpServerResponse response) {
      response.setStatusCode(code);
      response.headers().setAll(endToEnd(headers));
      response.end(body);
    }
  }

  @Override
  public void close() {
    done(vertx.close());
  }

  private static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
