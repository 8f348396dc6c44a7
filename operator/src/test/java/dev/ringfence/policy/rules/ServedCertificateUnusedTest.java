package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class ServedCertificateUnusedTest {
  private final ServedCertificateUnused rule = new ServedCertificateUnused();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuing = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuing).mint();

  private RuleFixture served(Minted... chain) {
    return RuleFixture.serving(chain).on(new FirmwareDraft().holding(root));
  }

  @Test
  void passesIfEveryCertificateIsNeeded() {
    var chain = served(endEntity, issuing).chain();

    assertThat(rule.appliesTo(chain)).isTrue();
    assertThat(lines(rule.check(chain))).isEmpty();
  }

  @Test
  void isViolatedByARoot() {
    assertThat(lines(rule.check(served(endEntity, issuing, root).chain())))
        .containsExactly(
            "Violated: Certificate 3, Test Root CA, is a root: serving it trusts nothing and costs"
                + " bytes.");
  }

  @Test
  void isViolatedByAStranger() {
    var stranger = TestPki.intermediateCa(root).subject("CN=Other CA").mint();

    assertThat(lines(rule.check(served(endEntity, stranger, issuing).chain())))
        .containsExactly(
            "Violated: Certificate 2, Other CA, issued no other certificate on the way from the end"
                + " entity.");
  }

  @Test
  void isViolatedByARepetition() {
    assertThat(lines(rule.check(served(endEntity, issuing, issuing).chain())))
        .containsExactly("Violated: Certificate 3, Test Issuing CA, is served twice.");
  }

  @Test
  void passesForANewKeyThatTheOldOneCertifies() {
    var renewed =
        TestPki.intermediateCa(root)
            .subject(root.subject())
            .key(root.keyKind(), "the root's new key")
            .mint();
    var below = TestPki.endEntity(renewed).mint();

    assertThat(renewed.certificate().selfIssued()).isTrue();
    assertThat(lines(rule.check(served(below, renewed).chain()))).isEmpty();
  }

  @Test
  void doesNotApplyToOneCertificate() {
    assertThat(rule.appliesTo(served(endEntity).chain())).isFalse();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("ServedCertificateUnused");
  }
}
