package dev.ringfence.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which order the events of one watch, as JSON, are delivered. */
final class WatchDelivery {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What becomes of events. */
  enum Order {
    AS_SENT,
    /** What arrives shortly after each other is delivered the other way round. */
    LAST_FIRST,
    /** After each event of an object comes the one before it once more. */
    OLDER_AGAIN
  }

  private final Map<String, String> lastOfObject = new HashMap<>();
  private final Deque<String> collected = new ArrayDeque<>();
  private Order order = Order.AS_SENT;

  void order(Order wanted) {
    order = wanted;
  }

  /** Whether what arrives is collected until {@link #flush}. */
  boolean collects() {
    return order == Order.LAST_FIRST;
  }

  /** What is to be delivered for this event at once. */
  List<String> on(String event) {
    String uid = uid(event);
    if (uid.isEmpty()) {
      return List.of(event);
    }
    String before = lastOfObject.put(uid, event);
    if (order == Order.LAST_FIRST) {
      collected.push(event);
      return List.of();
    }
    return order == Order.OLDER_AGAIN && before != null ? List.of(event, before) : List.of(event);
  }

  /** What was collected, in the order in which it is delivered. */
  List<String> flush() {
    List<String> events = List.copyOf(collected);
    collected.clear();
    return events;
  }

  /** Empty for a bookmark or an error, which belong to no object. */
  private static String uid(String event) {
    try {
      JsonNode read = JSON.readTree(event);
      return read.path("type").asText().equals("BOOKMARK")
          ? ""
          : read.at("/object/metadata/uid").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
