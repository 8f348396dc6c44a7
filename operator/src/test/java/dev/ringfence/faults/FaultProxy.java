package dev.ringfence.faults;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.UpgradeRejectedException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Between one operator and the API server, with TLS on both sides. It forwards every request unless
 * a fault meets it; watches are relayed as WebSockets.
 */
final class FaultProxy implements AutoCloseable {
  private final ProxyTransport transport;
  private final int number;
  private final WireLog log;
  private final Clock clock;
  private final HttpServer server;
  private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
  private final Set<WatchRelay> watches = ConcurrentHashMap.newKeySet();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final List<Runnable> held = new CopyOnWriteArrayList<>();
  private final Map<String, Buffer> lists = new ConcurrentHashMap<>();
  private final Map<String, Buffer> staleLists = new ConcurrentHashMap<>();
  private final Set<String> staleServed = ConcurrentHashMap.newKeySet();
  private volatile Predicate<String> droppedEvents = event -> false;
  private volatile WatchDelivery.Order order = WatchDelivery.Order.AS_SENT;
  private volatile Runnable onKill = () -> {};
  private volatile boolean dead;
  private volatile boolean frozen;

  FaultProxy(ProxyTransport transport, int number, WireLog log, Clock clock) {
    this.transport = transport;
    this.number = number;
    this.log = log;
    this.clock = clock;
    this.server =
        transport.listen(
            this::serve,
            connection -> {
              connections.add(connection);
              connection.closeHandler(end -> connections.remove(connection));
            });
  }

  int port() {
    return server.actualPort();
  }

  /** From now on, until {@link #heal}. */
  Fault add(Fault fault) {
    faults.add(fault);
    return fault;
  }

  /** Requests that wait go on, watches too, and every further one is forwarded. */
  void heal() {
    faults.clear();
    staleLists.clear();
    droppedEvents = event -> false;
    order = WatchDelivery.Order.AS_SENT;
    frozen = false;
    watches.forEach(WatchRelay::thaw);
    List<Runnable> waiting = List.copyOf(held);
    held.clear();
    waiting.forEach(Runnable::run);
  }

  /** Watches that begin while this lasts are frozen as well. */
  void freezeWatches() {
    frozen = true;
    watches.forEach(WatchRelay::freeze);
  }

  /**
   * @param which events, as JSON
   */
  void dropEvents(Predicate<String> which) {
    droppedEvents = which;
  }

  /** Of watches that begin while this lasts, too. */
  void orderEvents(WatchDelivery.Order wanted) {
    order = wanted;
    watches.forEach(watch -> watch.order(wanted));
  }

  void cutWatches() {
    watches.forEach(WatchRelay::cut);
  }

  void cutEverything() {
    connections.forEach(HttpConnection::close);
  }

  /** Every list so far as it was answered last, by path and query. */
  Map<String, Buffer> lists() {
    return Map.copyOf(lists);
  }

  /** Until {@link #heal}, these lists are answered with what is given. */
  void serveStale(Map<String, Buffer> stale) {
    staleLists.putAll(stale);
  }

  /** By path and query, those that were asked for. */
  Set<String> staleListsServed() {
    return Set.copyOf(staleServed);
  }

  void onKill(Runnable action) {
    onKill = action;
  }

  /** Nothing of this operator reaches the API server any more. */
  void kill() {
    dead = true;
    cutEverything();
    onKill.run();
  }

  boolean isDead() {
    return dead;
  }

  @Override
  public void close() {
    dead = true;
    server.close();
  }

  private void serve(HttpServerRequest request) {
    if (dead) {
      request.connection().close();
    } else if (request.getHeader("Upgrade") != null) {
      // Nothing is read from it before it has become a WebSocket.
      request.pause();
      meet(request, seen(request, ""), () -> relay(request), after -> relay(request));
    } else {
      request.body().onSuccess(body -> serve(request, body));
    }
  }

  private void serve(HttpServerRequest request, Buffer body) {
    ProxiedRequest seen = seen(request, body.toString());
    Buffer stale = seen.lists() ? staleLists.get(listKey(seen)) : null;
    if (stale != null) {
      staleServed.add(listKey(seen));
      request.response().putHeader("Content-Type", "application/json").end(stale);
      return;
    }
    meet(
        request,
        seen,
        () -> forward(request, seen, body, Fault.Effect.NONE),
        after -> forward(request, seen, body, after));
  }

  private static ProxiedRequest seen(HttpServerRequest request, String body) {
    return new ProxiedRequest(
        request.method().name(),
        request.path(),
        Optional.ofNullable(request.query()).orElse(""),
        body);
  }

  private void meet(
      HttpServerRequest request,
      ProxiedRequest seen,
      Runnable goOn,
      Consumer<Fault.Effect> goOnAndThen) {
    Optional<Fault> met = faults.stream().filter(fault -> fault.meets(seen)).findFirst();
    if (met.isEmpty()) {
      goOn.run();
      return;
    }
    Fault fault = met.get();
    switch (fault.effect()) {
      case ANSWER -> {
        record(seen, 0, "", true);
        request
            .response()
            .setStatusCode(fault.code())
            .putHeader("Content-Type", "application/json")
            .end(fault.status());
      }
      case CUT -> {
        record(seen, 0, "", false);
        request.connection().close();
      }
      case HOLD -> held.add(() -> transport.run(goOn));
      case DELAY -> transport.later(fault.delay(), goOn);
      case KILL_BEFORE -> {
        record(seen, 0, "", false);
        kill();
      }
      default -> goOnAndThen.accept(fault.effect());
    }
  }

  private void forward(
      HttpServerRequest request, ProxiedRequest seen, Buffer body, Fault.Effect afterwards) {
    if (dead) {
      return;
    }
    transport
        .send(request, body)
        .onSuccess(
            answer -> {
              boolean heard = afterwards == Fault.Effect.NONE;
              record(seen, answer.code(), answer.body().toString(), heard);
              if (seen.lists() && answer.code() == HttpURLConnection.HTTP_OK) {
                lists.put(listKey(seen), answer.body());
              }
              switch (afterwards) {
                case KILL_AFTER -> kill();
                case LOSE_ANSWER -> request.connection().close();
                default -> answer.writeTo(request.response());
              }
            })
        .onFailure(failure -> request.connection().close());
  }

  private void relay(HttpServerRequest request) {
    transport
        .watch(request)
        .onSuccess(
            api ->
                request
                    .toWebSocket()
                    .onSuccess(
                        operator -> {
                          WatchRelay[] relay = new WatchRelay[1];
                          relay[0] =
                              new WatchRelay(
                                  api,
                                  operator,
                                  transport,
                                  event -> droppedEvents.test(event),
                                  () -> watches.remove(relay[0]));
                          watches.add(relay[0]);
                          relay[0].order(order);
                          if (frozen) {
                            relay[0].freeze();
                          }
                          api.resume();
                        })
                    .onFailure(failure -> api.close()))
        .onFailure(
            failure -> {
              int code =
                  failure instanceof UpgradeRejectedException rejected
                      ? rejected.getStatus()
                      : HttpURLConnection.HTTP_BAD_GATEWAY;
              request.response().setStatusCode(code).end();
            });
  }

  private void record(ProxiedRequest seen, int code, String answer, boolean heard) {
    if (seen.writes()) {
      log.add(new WireWrite(number, seen, code, answer, heard, clock.instant(), System.nanoTime()));
    }
  }

  /** The resource version asked for differs from start to start, the rest does not. */
  private static String listKey(ProxiedRequest list) {
    return list.path() + "?" + list.query().replaceAll("resourceVersion=[^&]*", "");
  }
}
