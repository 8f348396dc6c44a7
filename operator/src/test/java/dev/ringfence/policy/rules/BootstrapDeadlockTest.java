package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class BootstrapDeadlockTest {
  private final BootstrapDeadlock rule = new BootstrapDeadlock();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted endEntity = TestPki.endEntity(root).mint();

  private RuleFixture on(FirmwareDraft firmware) {
    return RuleFixture.serving(endEntity).on(firmware);
  }

  @Test
  void doesNotApplyIfSomePathWorksOrMayWork() {
    assertThat(rule.id()).isEqualTo("BootstrapDeadlock");
    assertThat(rule.appliesTo(on(new FirmwareDraft().holding(root)).group())).isFalse();
    assertThat(rule.appliesTo(on(new FirmwareDraft().incompleteStore()).group())).isFalse();
  }

  @Test
  void isViolatedIfNoPathWorks() {
    var group = on(new FirmwareDraft()).group();

    assertThat(rule.appliesTo(group)).isTrue();
    assertThat(lines(rule.check(group)))
        .containsExactly(
            "Violated: P1 on 1.2.3.4 finds no path that works, so it cannot fetch a firmware update"
                + " over TLS either; update these phones, or push the trust they need, before the"
                + " chain is put in force.");
  }

  @Test
  void neverCountsForTheOutcome() {
    var findings = on(new FirmwareDraft()).report().groups().get(0).findings();

    assertThat(findings)
        .filteredOn(finding -> finding.rule().equals("BootstrapDeadlock"))
        .extracting(finding -> finding.severity().label())
        .containsExactly("Notice");
  }
}
