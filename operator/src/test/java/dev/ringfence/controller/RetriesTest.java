package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.policy.Gate;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.Problem;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final ResourceID POOL = new ResourceID("pool", "voice");

  private final Retries retries = new Retries();

  @Test
  void backsOffUpToFiveMinutesAndStartsAnewAfterSuccess() {
    RenewalReport failed = hold("RuleFailed");

    assertThat(
            IntStream.range(0, 9)
                .mapToObj(i -> retries.after(POOL, failed).orElseThrow().toSeconds()))
        .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);

    RenewalReport allowed =
        SampleReports.of(Verdict.ALLOW, Gate.OPEN).group("lobby", Outcome.COMPATIBLE, 1).build();
    assertThat(retries.after(POOL, allowed)).isEmpty();
    assertThat(retries.after(POOL, failed)).isEqualTo(Optional.of(Duration.ofSeconds(5)));
  }

  @Test
  void waitsForAnEventWhereOneWillCome() {
    assertThat(retries.after(POOL, hold("FleetNotFound"))).isEmpty();
    assertThat(retries.after(POOL, hold("TargetConflict"))).isEmpty();
  }

  @Test
  void aDeadlineIsNotMissedByAMillisecond() {
    assertThat(Deadline.delay(OperatorRig.START, OperatorRig.START.plus(Duration.ofSeconds(1))))
        .isEqualTo(Duration.ofMillis(1001));
    assertThat(Deadline.delay(OperatorRig.START, OperatorRig.START.minusSeconds(1)))
        .isEqualTo(Duration.ofMillis(1));
  }

  private static RenewalReport hold(String reason) {
    return SampleReports.hold(new Problem(reason, "It failed.", false));
  }
}
