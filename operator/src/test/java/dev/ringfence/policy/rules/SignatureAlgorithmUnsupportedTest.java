package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.SigningAlgorithm;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class SignatureAlgorithmUnsupportedTest {
  private final SignatureAlgorithmUnsupported rule = new SignatureAlgorithmUnsupported();
  private final Minted root = TestPki.rootCa().signedWith(SigningAlgorithm.MD5_RSA).mint();
  private final Minted issuing = TestPki.intermediateCa(root).mint();
  private final Minted withPss =
      TestPki.endEntity(issuing).signedWith(SigningAlgorithm.PSS_SHA256).mint();

  private RuleFixture served(Minted endEntity, FirmwareDraft firmware) {
    return RuleFixture.serving(endEntity, issuing).on(firmware.holding(root));
  }

  @Test
  void passesWhateverTheAnchorIsSignedWith() {
    var path = served(TestPki.endEntity(issuing).mint(), new FirmwareDraft()).path();

    assertThat(rule.appliesTo(path)).isTrue();
    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void isViolatedByRsassaPss() {
    var path = served(withPss, new FirmwareDraft().stating("signature.rsassaPss", false)).path();

    assertThat(lines(rule.check(path)))
        .containsExactly(
            "Violated: pool.example.com is signed with rsassaPss; expected an algorithm that"
                + " P1 on 1.2.3.4 verifies.");
    assertThat(rule.check(path).get(0).evidence())
        .extracting(statement -> statement.key().id())
        .containsExactly("signature.rsassaPss");
  }

  @Test
  void namesEveryCertificateOfThePath() {
    var firmware = new FirmwareDraft().stating("signature.sha256WithRSAEncryption", false);

    assertThat(lines(rule.check(served(TestPki.endEntity(issuing).mint(), firmware).path())))
        .containsExactly(
            "Violated: pool.example.com is signed with sha256WithRSAEncryption; expected an"
                + " algorithm that P1 on 1.2.3.4 verifies.",
            "Violated: Test Issuing CA is signed with sha256WithRSAEncryption; expected an"
                + " algorithm that P1 on 1.2.3.4 verifies.");
  }

  @Test
  void isUndeterminedIfNobodyKnows() {
    assertThat(lines(rule.check(served(withPss, new FirmwareDraft()).path())))
        .containsExactly(
            "Undetermined: pool.example.com is signed with rsassaPss; expected an algorithm that"
                + " P1 on 1.2.3.4 verifies. No catalog says anything about it. Does P1 on 1.2.3.4"
                + " accept a certificate signed with rsassaPss?");
  }

  @Test
  void isUndeterminedIfTheEvidenceIsTooWeak() {
    var firmware = new FirmwareDraft().stating("signature.rsassaPss", true, "Recollected");

    assertThat(lines(rule.check(served(withPss, firmware).path())))
        .containsExactly(
            "Undetermined: pool.example.com is signed with rsassaPss; expected an algorithm that"
                + " P1 on 1.2.3.4 verifies. The evidence is only Recollected, expected Inferred or"
                + " stronger. Does P1 on 1.2.3.4 accept a certificate signed with rsassaPss?");
  }

  @Test
  void hasNothingToSayOfAnEndEntityThatIsTheAnchor() {
    var path = RuleFixture.serving(root).on(new FirmwareDraft().holding(root)).path();

    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("SignatureAlgorithmUnsupported");
  }
}
