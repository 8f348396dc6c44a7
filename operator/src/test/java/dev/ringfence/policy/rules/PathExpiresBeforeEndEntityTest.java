package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PathExpiresBeforeEndEntityTest {
  private final PathExpiresBeforeEndEntity rule = new PathExpiresBeforeEndEntity();
  private static final Instant END = Instant.parse("2026-12-31T23:59:59Z");

  private final Minted root = TestPki.rootCa().mint();

  private RuleFixture below(Instant issuerEnds, FirmwareDraft firmware) {
    var issuing = TestPki.intermediateCa(root).expires(issuerEnds).mint();
    return RuleFixture.serving(TestPki.endEntity(issuing).mint(), issuing)
        .on(firmware.holding(root));
  }

  private static RuleFixture belowRoot(FirmwareDraft firmware) {
    var ending = TestPki.rootCa().expires(END.minusSeconds(1)).mint();
    return RuleFixture.serving(TestPki.endEntity(ending).mint()).on(firmware.holding(ending));
  }

  private static String ends(String who) {
    return who
        + " ends at 2026-12-31T23:59:58Z, before the end entity, which ends at"
        + " 2026-12-31T23:59:59Z.";
  }

  @Test
  void passesIfAnIntermediateEndsInTheSameSecond() {
    assertThat(lines(rule.check(below(END, new FirmwareDraft()).path()))).isEmpty();
  }

  @Test
  void isViolatedIfAnIntermediateEndsOneSecondEarlier() {
    assertThat(lines(rule.check(below(END.minusSeconds(1), new FirmwareDraft()).path())))
        .containsExactly("Violated: " + ends("Test Issuing CA"));
  }

  @Test
  void isViolatedIfTheAnchorEndsOneSecondEarlier() {
    assertThat(lines(rule.check(belowRoot(new FirmwareDraft()).path())))
        .containsExactly("Violated: " + ends("Test Root CA"));
  }

  @Test
  void isUndeterminedIfNobodyKnowsWhetherThePhoneMindsAnExpiredAnchor() {
    var firmware = new FirmwareDraft().silentOn("path.enforcesAnchorExpiry");

    assertThat(lines(rule.check(belowRoot(firmware).path())))
        .containsExactly(
            "Undetermined: "
                + ends("Test Root CA")
                + " No catalog says anything about it. Does P1 on 1.2.3.4 refuse a chain whose"
                + " trusted root is expired?");
  }

  @Test
  void isUndeterminedIfNobodyKnowsWhetherThePhoneLooksAtDates() {
    var firmware = new FirmwareDraft().silentOn("check.dates");

    assertThat(lines(rule.check(below(END.minusSeconds(1), firmware).path())))
        .containsExactly(
            "Undetermined: "
                + ends("Test Issuing CA")
                + " No catalog says anything about it. Does P1 on 1.2.3.4 check the dates of the"
                + " certificates it is served?");
  }

  @Test
  void passesIfThePhoneLooksAtNoDates() {
    var careless =
        new FirmwareDraft()
            .stating("check.dates", false)
            .stating("path.enforcesAnchorExpiry", false);

    assertThat(lines(rule.check(below(END.minusSeconds(1), careless).path()))).isEmpty();
    assertThat(lines(rule.check(belowRoot(careless).path()))).isEmpty();
  }

  @Test
  void appliesUntilTheEndEntityEnds() {
    var served = below(END.minusSeconds(1), new FirmwareDraft());

    assertThat(rule.appliesTo(served.at(END.minusSeconds(1)).path())).isTrue();
    assertThat(rule.appliesTo(served.at(END).path())).isFalse();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("PathExpiresBeforeEndEntity");
  }
}
