package dev.ringfence.faults;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;

/** One watch through the proxy: from the API server to the operator, message by message. */
final class WatchRelay {
  private static final Duration SHORTLY = Duration.ofMillis(300);

  private final WebSocket api;
  private final ServerWebSocket operator;
  private final ProxyTransport transport;
  private final Predicate<String> dropped;
  private final WatchDelivery delivery = new WatchDelivery();
  private final Queue<String> waiting = new ArrayDeque<>();
  private boolean flushes;
  private boolean frozen;

  /**
   * @param dropped whether an event, as JSON, gets lost
   */
  WatchRelay(
      WebSocket api,
      ServerWebSocket operator,
      ProxyTransport transport,
      Predicate<String> dropped,
      Runnable onEnd) {
    this.api = api;
    this.operator = operator;
    this.transport = transport;
    this.dropped = dropped;
    api.textMessageHandler(this::event);
    api.binaryMessageHandler(bytes -> event(bytes.toString()));
    api.closeHandler(end -> operator.close());
    operator.closeHandler(
        end -> {
          api.close();
          onEnd.run();
        });
  }

  private synchronized void event(String json) {
    if (dropped.test(json)) {
      return;
    }
    deliver(delivery.on(json));
    if (delivery.collects() && !flushes) {
      flushes = true;
      transport.later(SHORTLY, this::flush);
    }
  }

  private synchronized void flush() {
    flushes = false;
    deliver(delivery.flush());
  }

  private void deliver(List<String> events) {
    if (frozen) {
      waiting.addAll(events);
    } else {
      events.forEach(operator::writeTextMessage);
    }
  }

  synchronized void order(WatchDelivery.Order order) {
    delivery.order(order);
  }

  /** From now on nothing gets through, and nothing tells the operator so. */
  synchronized void freeze() {
    frozen = true;
    operator.pause();
  }

  /** What waits gets through, and what comes then as it is sent. */
  synchronized void thaw() {
    frozen = false;
    operator.resume();
    delivery.order(WatchDelivery.Order.AS_SENT);
    waiting.addAll(delivery.flush());
    for (String json = waiting.poll(); json != null; json = waiting.poll()) {
      operator.writeTextMessage(json);
    }
  }

  void cut() {
    operator.close();
    api.close();
  }
}
