package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to write its Event and report. They follow the status at once unless renewals
 * wait to be judged: then verdicts come first, and these wait and go on a few at a time while few
 * are being judged.
 *
 * <pre>
 * begin -> its turn -> end
 *       -> waiting -> called by an event -> begin -> its turn -> end
 * </pre>
 */
final class FollowUps extends AbstractEventSource<Void, CertificateRenewal> {
  private static final int AT_ONCE = 4;
  private static final long PERIOD_MILLIS = 20;

  /** After that one goes on at a time, whatever else waits. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  /** One that was called and did not come is called again. */
  private static final Duration CALL = Duration.ofSeconds(30);

  private final IntPredicate areFew;
  private final LongSupplier nanos;
  private final Map<ResourceID, Long> waiting = new LinkedHashMap<>();
  private final Map<ResourceID, Long> called = new HashMap<>();
  private final Set<ResourceID> begun = new HashSet<>();
  private @Nullable ScheduledExecutorService timer;
  private @Nullable ScheduledFuture<?> ticking;

  /**
   * @param areFew whether none waits to be judged and at most so many are being judged
   * @param nanos elapsed time
   */
  FollowUps(IntPredicate areFew, LongSupplier nanos) {
    super(Void.class, "follow-ups");
    this.areFew = areFew;
    this.nanos = nanos;
  }

  /** True if it is its turn, to be ended; else it is called by an event when it is. */
  synchronized boolean begin(ResourceID id) {
    boolean wasCalled = called.remove(id) != null;
    if (wasCalled || (waiting.isEmpty() && areFew.test(Integer.MAX_VALUE))) {
      waiting.remove(id);
      begun.add(id);
      return true;
    }
    waiting.putIfAbsent(id, nanos.getAsLong());
    tick();
    return false;
  }

  synchronized void end(ResourceID id) {
    begun.remove(id);
  }

  /** Nothing is to follow any more. */
  synchronized void forget(ResourceID id) {
    waiting.remove(id);
    called.remove(id);
  }

  private boolean hasRoom() {
    return begun.size() + called.size() < AT_ONCE;
  }

  private synchronized void tick() {
    if (ticking == null && timer != null) {
      ticking = timer.schedule(this::call, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void call() {
    next().forEach(id -> getEventHandler().handleEvent(new Event(id)));
  }

  /** Those whose turn it has become. */
  synchronized List<ResourceID> next() {
    ticking = null;
    long now = nanos.getAsLong();
    called
        .entrySet()
        .removeIf(
            entry -> {
              boolean lost = now - entry.getValue() > CALL.toNanos();
              if (lost) {
                waiting.putIfAbsent(entry.getKey(), entry.getValue());
              }
              return lost;
            });
    List<ResourceID> turns = new ArrayList<>();
    Iterator<Map.Entry<ResourceID, Long>> each = waiting.entrySet().iterator();
    while (each.hasNext() && hasRoom()) {
      Map.Entry<ResourceID, Long> one = each.next();
      boolean isOverdue =
          now - one.getValue() > LONGEST_WAIT.toNanos() && begun.isEmpty() && called.isEmpty();
      if (!isOverdue && !areFew.test(AT_ONCE - 1 - turns.size())) {
        break;
      }
      each.remove();
      called.put(one.getKey(), now);
      turns.add(one.getKey());
    }
    if (!waiting.isEmpty() || !called.isEmpty()) {
      tick();
    }
    return turns;
  }

  @Override
  public void start() {
    super.start();
    synchronized (this) {
      timer =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "follow-ups");
                thread.setDaemon(true);
                return thread;
              });
      if (!waiting.isEmpty()) {
        tick();
      }
    }
  }

  @Override
  public void stop() {
    super.stop();
    synchronized (this) {
      if (timer != null) {
        timer.shutdownNow();
        timer = null;
        ticking = null;
      }
    }
  }

  @Override
  public Set<Void> getSecondaryResources(CertificateRenewal renewal) {
    return Set.of();
  }
}
