package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClockStepsTest {
  private Instant now = OperatorRig.START;
  private long nanos;
  private final ClockSteps steps = new ClockSteps(clock(), () -> nanos, Set::of);

  @Test
  void timeThatPassesIsNoStep() {
    pass(Duration.ofDays(1), Duration.ofDays(1));

    assertThat(steps.step()).isZero();
  }

  @Test
  void anHourForwardAndBackAreTwoSteps() {
    pass(Duration.ofSeconds(1), Duration.ofSeconds(3_601));
    assertThat(steps.step()).isEqualTo(Duration.ofHours(1));

    pass(Duration.ofSeconds(1), Duration.ofSeconds(-3_599));
    assertThat(steps.step()).isEqualTo(Duration.ofHours(-1));

    pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(steps.step()).isZero();
  }

  @Test
  void fiveSecondsAreAStepAndAMillisecondLessIsNone() {
    pass(Duration.ofSeconds(1), ClockSteps.SMALLEST.plusSeconds(1));
    assertThat(steps.step()).isEqualTo(ClockSteps.SMALLEST);

    pass(Duration.ofSeconds(1), ClockSteps.SMALLEST.plusMillis(999));
    assertThat(steps.step()).isZero();
  }

  private void pass(Duration elapsed, Duration shown) {
    nanos += elapsed.toNanos();
    now = now.plus(shown);
  }

  private Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }
}
