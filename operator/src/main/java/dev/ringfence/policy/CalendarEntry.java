package dev.ringfence.policy;

import java.time.Instant;
import java.util.List;

/**
 * A second from which phones fare differently than before.
 *
 * @param events what happens then, sorted: a certificate begins or ends, an inventory turns stale
 * @param phones the counts that hold from that second on
 */
public record CalendarEntry(Instant at, List<String> events, PhoneCounts phones) {
  public CalendarEntry {
    events = List.copyOf(events);
  }
}
