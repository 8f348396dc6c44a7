package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CertificateNotYetValidTest {
  private final CertificateNotYetValid rule = new CertificateNotYetValid();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuing = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuing).mint();

  private RuleFixture served(FirmwareDraft firmware) {
    return RuleFixture.serving(endEntity, issuing).on(firmware.holding(root));
  }

  @Test
  void passesInTheFirstSecondOfTheCertificate() {
    assertThat(lines(rule.check(served(new FirmwareDraft()).at("2026-01-01T00:00:00Z").path())))
        .isEmpty();
  }

  @Test
  void isViolatedOneSecondEarlier() {
    assertThat(lines(rule.check(served(new FirmwareDraft()).at("2025-12-31T23:59:59Z").path())))
        .containsExactly(
            "Violated: pool.example.com begins at 2026-01-01T00:00:00Z; the instant judged is"
                + " 2025-12-31T23:59:59Z.");
  }

  @Test
  void isViolatedByAnIntermediate() {
    var other =
        TestPki.intermediateCa(root)
            .valid(Instant.parse("2026-06-01T00:00:01Z"), Instant.parse("2039-12-31T23:59:59Z"))
            .mint();
    var below = TestPki.endEntity(other).mint();
    var path = RuleFixture.serving(below, other).on(new FirmwareDraft().holding(root)).path();

    assertThat(lines(rule.check(path)))
        .containsExactly(
            "Violated: Test Issuing CA begins at 2026-06-01T00:00:01Z; the instant judged is"
                + " 2026-06-01T00:00:00Z.");
  }

  @Test
  void leavesTheAnchorToTheRuleOnAnchors() {
    var old =
        TestPki.rootCa()
            .valid(Instant.parse("2026-06-01T00:00:01Z"), Instant.parse("2039-12-31T23:59:59Z"))
            .mint();
    var path =
        RuleFixture.serving(TestPki.endEntity(old).mint())
            .on(new FirmwareDraft().holding(old))
            .path();

    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void isUndeterminedIfNobodyKnowsWhetherThePhoneLooksAtDates() {
    var path =
        served(new FirmwareDraft().silentOn("check.dates")).at("2025-12-31T23:59:59Z").path();

    assertThat(lines(rule.check(path)))
        .containsExactly(
            "Undetermined: pool.example.com begins at 2026-01-01T00:00:00Z; the instant judged is"
                + " 2025-12-31T23:59:59Z. No catalog says anything about it. Does P1 on 1.2.3.4"
                + " check the dates of the certificates it is served?");
  }

  @Test
  void passesIfThePhoneLooksAtNoDates() {
    var path =
        served(new FirmwareDraft().stating("check.dates", false)).at("2025-12-31T23:59:59Z").path();

    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void appliesToEveryPath() {
    assertThat(rule.appliesTo(served(new FirmwareDraft()).path())).isTrue();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("CertificateNotYetValid");
  }
}
