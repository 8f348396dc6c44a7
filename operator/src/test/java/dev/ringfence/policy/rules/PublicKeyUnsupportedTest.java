package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class PublicKeyUnsupportedTest {
  private final PublicKeyUnsupported rule = new PublicKeyUnsupported();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuing = TestPki.intermediateCa(root).mint();
  private final Minted onCurve = TestPki.endEntity(issuing).key(KeyKind.EC_P256).mint();

  private RuleFixture served(Minted endEntity, FirmwareDraft firmware) {
    return RuleFixture.serving(endEntity, issuing).on(firmware.holding(root));
  }

  @Test
  void passesIfThePhoneHandlesEveryKey() {
    var path = served(TestPki.endEntity(issuing).mint(), new FirmwareDraft()).path();

    assertThat(rule.appliesTo(path)).isTrue();
    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void isViolatedByACurve() {
    var firmware = new FirmwareDraft().stating("publicKey.ec-secp256r1", false);

    assertThat(lines(rule.check(served(onCurve, firmware).path())))
        .containsExactly(
            "Violated: pool.example.com has the public key ec-secp256r1; expected a key that"
                + " P1 on 1.2.3.4 handles.");
  }

  @Test
  void isViolatedByAKeyThatIsBoundToRsassaPss() {
    var bound = TestPki.endEntity(issuing).key(KeyKind.RSASSA_PSS_2048).mint();
    var firmware = new FirmwareDraft().stating("publicKey.rsassaPss-2048", false);

    assertThat(lines(rule.check(served(bound, firmware).path())))
        .containsExactly(
            "Violated: pool.example.com has the public key rsassaPss-2048; expected a key that"
                + " P1 on 1.2.3.4 handles.");
  }

  @Test
  void isViolatedByTheSizeOfTheAnchorsKey() {
    var small = TestPki.rootCa().key(KeyKind.RSA_1024).mint();
    var firmware = new FirmwareDraft().holding(small).stating("publicKey.rsa-1024", false);
    var path = RuleFixture.serving(TestPki.endEntity(small).mint()).on(firmware).path();

    assertThat(lines(rule.check(path)))
        .containsExactly(
            "Violated: Test Root CA has the public key rsa-1024; expected a key that"
                + " P1 on 1.2.3.4 handles.");
  }

  @Test
  void isUndeterminedIfNobodyKnows() {
    assertThat(lines(rule.check(served(onCurve, new FirmwareDraft()).path())))
        .containsExactly(
            "Undetermined: pool.example.com has the public key ec-secp256r1; expected a key that"
                + " P1 on 1.2.3.4 handles. No catalog says anything about it. Does P1 on 1.2.3.4"
                + " accept a certificate with the key ec-secp256r1?");
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("PublicKeyUnsupported");
  }
}
