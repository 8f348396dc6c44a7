package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InventoryStaleTest {
  private final InventoryStale rule = new InventoryStale();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted endEntity = TestPki.endEntity(root).mint();

  private RuleFixture lastSeen(@Nullable Instant instant) {
    return RuleFixture.serving(endEntity)
        .on(new FirmwareDraft().holding(root))
        .group(
            new FleetGroup(
                "lobby",
                "example-phone",
                "P1",
                "1.2.3.4",
                10,
                "hq",
                SignIn.UNDECLARED,
                GroupKind.IN_USE,
                instant,
                false));
  }

  @Test
  void passesAtExactlyNinetyDays() {
    var group = lastSeen(TestPki.NOW.minus(InventoryStale.FRESH)).group();

    assertThat(rule.id()).isEqualTo("InventoryStale");
    assertThat(rule.appliesTo(group)).isTrue();
    assertThat(lines(rule.check(group))).isEmpty();
  }

  @Test
  void isViolatedOneSecondLater() {
    var group = lastSeen(TestPki.NOW.minus(InventoryStale.FRESH).minusSeconds(1)).group();

    assertThat(lines(rule.check(group)))
        .containsExactly(
            "Violated: The phones were last seen at 2026-03-02T23:59:59Z, 90 days before the"
                + " instant judged; expected at most 90.");
  }

  @Test
  void turnsTheAnswerAtThatSecond() {
    var report = lastSeen(TestPki.NOW.minus(InventoryStale.FRESH)).report();

    assertThat(report.nextChange()).isEqualTo(TestPki.NOW.plusSeconds(1));
  }

  @Test
  void doesNotApplyIfNothingTellsWhenThePhonesWereSeen() {
    assertThat(rule.appliesTo(lastSeen(null).group())).isFalse();
  }
}
