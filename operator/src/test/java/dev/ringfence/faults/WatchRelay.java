package dev.ringfence.faults;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Predicate;

/** One watch through the proxy: from the API server to the operator, message by message. */
final class WatchRelay {
  private final WebSocket api;
  private final ServerWebSocket operator;
  private final Predicate<String> dropped;
  private final Queue<String> waiting = new ArrayDeque<>();
  private boolean frozen;

  /**
   * @param dropped whether an event, as JSON, gets lost
   */
  WatchRelay(WebSocket api, ServerWebSocket operator, Predicate<String> dropped, Runnable onEnd) {
    this.api = api;
    this.operator = operator;
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
    if (frozen) {
      waiting.add(json);
    } else {
      operator.writeTextMessage(json);
    }
  }

  /** From now on nothing gets through, and nothing tells the operator so. */
  synchronized void freeze() {
    frozen = true;
    operator.pause();
  }

  synchronized void thaw() {
    frozen = false;
    operator.resume();
    for (String json = waiting.poll(); json != null; json = waiting.poll()) {
      operator.writeTextMessage(json);
    }
  }

  void cut() {
    operator.close();
    api.close();
  }
}
