package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class CriticalExtensionUnsupportedTest {
  private final CriticalExtensionUnsupported rule = new CriticalExtensionUnsupported();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuing = TestPki.intermediateCa(root).mint();
  private final Minted strange = TestPki.endEntity(issuing).criticalUnknownExtension().mint();

  private RuleFixture served(Minted endEntity, FirmwareDraft firmware) {
    return RuleFixture.serving(endEntity, issuing).on(firmware.holding(root));
  }

  private static String message(Minted of) {
    return of.certificate()
        + " has the critical extension 1.3.6.1.4.1.55555.1.1, which is not understood.";
  }

  @Test
  void passesIfEveryCriticalExtensionIsUnderstood() {
    var path = served(TestPki.endEntity(issuing).mint(), new FirmwareDraft()).path();

    assertThat(rule.appliesTo(path)).isTrue();
    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void isViolatedByOneThatNobodyKnows() {
    assertThat(lines(rule.check(served(strange, new FirmwareDraft()).path())))
        .containsExactly("Violated: " + message(strange));
  }

  @Test
  void doesNotLookAtTheAnchor() {
    var odd = TestPki.rootCa().criticalUnknownExtension().mint();
    var path =
        RuleFixture.serving(TestPki.endEntity(odd).mint())
            .on(new FirmwareDraft().holding(odd))
            .path();

    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void looksAtTheLastCertificateOfAPathWhoseAnchorNobodyHasSeen() {
    var path = RuleFixture.serving(strange).on(new FirmwareDraft().incompleteStore()).path();

    assertThat(path.path().anchor()).isNull();
    assertThat(lines(rule.check(path))).containsExactly("Violated: " + message(strange));
  }

  @Test
  void isUndeterminedIfNobodyKnowsWhetherThePhoneLooks() {
    var firmware = new FirmwareDraft().silentOn("check.criticalExtensions");

    assertThat(lines(rule.check(served(strange, firmware).path())))
        .containsExactly(
            "Undetermined: "
                + message(strange)
                + " No catalog says anything about it. Does P1 on 1.2.3.4 accept a chain with this"
                + " defect?");
  }

  @Test
  void passesIfThePhoneDoesNotLook() {
    var firmware = new FirmwareDraft().stating("check.criticalExtensions", false);

    assertThat(lines(rule.check(served(strange, firmware).path()))).isEmpty();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("CriticalExtensionUnsupported");
  }
}
