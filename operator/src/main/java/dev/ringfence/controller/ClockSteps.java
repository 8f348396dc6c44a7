package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every renewal judged again when the clock was set. Timers count elapsed time: after a step of
 * an hour, or a machine asleep for one, an approval that has expired would be in force for an hour
 * more.
 */
final class ClockSteps extends AbstractEventSource<Void, CertificateRenewal> {
  /** Smaller ones make a deadline late by as much. */
  static final Duration SMALLEST = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(ClockSteps.class);
  private static final long PERIOD_SECONDS = 1;

  private final Clock clock;
  private final LongSupplier nanos;
  private final Supplier<Set<ResourceID>> renewals;
  private Instant lastInstant;
  private long lastNanos;
  private @Nullable ScheduledExecutorService timer;
  private @Nullable ScheduledFuture<?> ticking;

  /**
   * @param nanos elapsed time
   * @param renewals all of them
   */
  ClockSteps(Clock clock, LongSupplier nanos, Supplier<Set<ResourceID>> renewals) {
    super(Void.class, "clock");
    this.clock = clock;
    this.nanos = nanos;
    this.renewals = renewals;
    this.lastInstant = clock.instant();
    this.lastNanos = nanos.getAsLong();
  }

  @Override
  public void start() {
    super.start();
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "clock-steps");
              thread.setDaemon(true);
              return thread;
            });
    ticking =
        started.scheduleWithFixedDelay(
            this::announceStep, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    timer = started;
  }

  private void announceStep() {
    Duration step = step();
    if (!step.isZero()) {
      LOG.warn("The clock was set by {}; every renewal is judged again.", step);
      renewals.get().forEach(id -> getEventHandler().handleEvent(new Event(id)));
    }
  }

  /** By how much the clock was set since the last call; zero if only time has passed. */
  Duration step() {
    Instant now = clock.instant();
    long elapsed = nanos.getAsLong();
    Duration drift = Duration.between(lastInstant.plusNanos(elapsed - lastNanos), now);
    lastInstant = now;
    lastNanos = elapsed;
    return drift.abs().compareTo(SMALLEST) < 0 ? Duration.ZERO : drift;
  }

  @Override
  public void stop() {
    super.stop();
    if (timer != null && ticking != null) {
      ticking.cancel(false);
      timer.shutdown();
    }
  }

  @Override
  public Set<Void> getSecondaryResources(CertificateRenewal renewal) {
    return Set.of();
  }
}
