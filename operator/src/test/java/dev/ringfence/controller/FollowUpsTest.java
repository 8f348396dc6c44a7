package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowUpsTest {
  private int underWay = 1;
  private long nanos;
  private boolean othersWait;
  private final FollowUps followUps =
      new FollowUps(atMost -> !othersWait && underWay <= atMost, () -> nanos);

  @Test
  void whereNoneWaitsToBeJudgedTheyFollowAtOnce() {
    underWay = 32;
    IntStream.range(0, 32).forEach(i -> assertThat(followUps.begin(id(i))).isTrue());
  }

  @Test
  void whereOthersWaitToBeJudgedTheyWaitAndAreCalledInTurn() {
    manyAreJudged();
    assertThat(followUps.begin(id(1))).isFalse();
    assertThat(followUps.begin(id(2))).isFalse();
    assertThat(followUps.begin(id(1))).isFalse();
    assertThat(followUps.next()).isEmpty();

    noneIsJudged();

    assertThat(followUps.next()).containsExactly(id(1), id(2));
    assertThat(followUps.next()).isEmpty();
    manyAreJudged();
    assertThat(followUps.begin(id(2))).as("it was called").isTrue();
  }

  @Test
  void aFewGoOnAtATime() {
    manyAreJudged();
    IntStream.range(0, 10).forEach(i -> assertThat(followUps.begin(id(i))).isFalse());
    noneIsJudged();

    assertThat(followUps.next()).hasSize(4);
    assertThat(followUps.begin(id(0))).isTrue();
    assertThat(followUps.next()).isEmpty();
    followUps.end(id(0));
    assertThat(followUps.next()).containsExactly(id(4));
  }

  @Test
  void nobodyGoesFirstWhileOthersWait() {
    manyAreJudged();
    assertThat(followUps.begin(id(1))).isFalse();
    noneIsJudged();

    assertThat(followUps.begin(id(2))).isFalse();
    assertThat(followUps.next()).containsExactly(id(1), id(2));
  }

  @Test
  void afterTwoMinutesOneGoesOnWhateverElseWaits() {
    manyAreJudged();
    assertThat(followUps.begin(id(1))).isFalse();
    assertThat(followUps.begin(id(2))).isFalse();
    nanos += Duration.ofMinutes(2).toNanos();
    assertThat(followUps.next()).isEmpty();

    nanos += 1;

    assertThat(followUps.next()).containsExactly(id(1));
    assertThat(followUps.next()).isEmpty();
  }

  @Test
  void oneThatWasCalledInVainIsCalledAgain() {
    manyAreJudged();
    assertThat(followUps.begin(id(1))).isFalse();
    noneIsJudged();
    assertThat(followUps.next()).containsExactly(id(1));

    nanos += Duration.ofSeconds(30).toNanos() + 1;

    assertThat(followUps.next()).containsExactly(id(1));
  }

  @Test
  void oneThatHasNothingLeftToWriteIsNotCalled() {
    manyAreJudged();
    assertThat(followUps.begin(id(1))).isFalse();
    followUps.forget(id(1));
    noneIsJudged();

    assertThat(followUps.next()).isEmpty();
  }

  private void manyAreJudged() {
    underWay = 16;
    othersWait = true;
  }

  private void noneIsJudged() {
    underWay = 0;
    othersWait = false;
  }

  private static ResourceID id(int number) {
    return new ResourceID("pool-" + number, "voice");
  }
}
