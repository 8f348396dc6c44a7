package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.CertificateMint;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class CertificateAuthorityInvalidTest {
  private final CertificateAuthorityInvalid rule = new CertificateAuthorityInvalid();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted noCa = TestPki.intermediateCa(root).ca(false).mint();
  private final Minted bare = TestPki.intermediateCa(root).withoutBasicConstraints().mint();
  private final Minted noSigner =
      TestPki.intermediateCa(root).keyUsage(CertificateMint.CRL_SIGN).mint();

  private RuleFixture below(Minted issuer, FirmwareDraft firmware) {
    return RuleFixture.serving(TestPki.endEntity(issuer).mint(), issuer).on(firmware.holding(root));
  }

  private static String message(Minted issuer, String why) {
    return "%s issued a certificate of the path, but %s.".formatted(issuer.certificate(), why);
  }

  @Test
  void passesForAnAuthority() {
    var path = below(TestPki.intermediateCa(root).mint(), new FirmwareDraft()).path();

    assertThat(rule.appliesTo(path)).isTrue();
    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void isViolatedByBasicConstraintsThatSayNo() {
    assertThat(lines(rule.check(below(noCa, new FirmwareDraft()).path())))
        .containsExactly(
            "Violated: " + message(noCa, "its basic constraints say that it is no CA"));
  }

  @Test
  void isViolatedWithoutBasicConstraints() {
    assertThat(lines(rule.check(below(bare, new FirmwareDraft()).path())))
        .containsExactly("Violated: " + message(bare, "it has no basic constraints"));
  }

  @Test
  void isViolatedByAKeyUsageWithoutSigning() {
    assertThat(lines(rule.check(below(noSigner, new FirmwareDraft()).path())))
        .containsExactly(
            "Violated: "
                + message(noSigner, "its key usage does not allow it to sign certificates"));
  }

  @Test
  void isViolatedOnAPathWhoseAnchorNobodyHasSeen() {
    var path =
        RuleFixture.serving(TestPki.endEntity(noCa).mint(), noCa)
            .on(new FirmwareDraft().incompleteStore())
            .path();

    assertThat(path.path().anchor()).isNull();
    assertThat(lines(rule.check(path)))
        .containsExactly(
            "Violated: " + message(noCa, "its basic constraints say that it is no CA"));
  }

  @Test
  void isUndeterminedIfNobodyKnowsWhetherThePhoneLooksAtBasicConstraints() {
    var firmware = new FirmwareDraft().silentOn("check.basicConstraints");

    assertThat(lines(rule.check(below(noCa, firmware).path())))
        .containsExactly(
            "Undetermined: "
                + message(noCa, "its basic constraints say that it is no CA")
                + " No catalog says anything about it. Does P1 on 1.2.3.4 accept a chain with this"
                + " defect?");
  }

  @Test
  void isUndeterminedIfNobodyKnowsWhetherThePhoneLooksAtKeyUsage() {
    var firmware = new FirmwareDraft().silentOn("check.keyUsage");

    assertThat(lines(rule.check(below(noSigner, firmware).path())))
        .containsExactly(
            "Undetermined: "
                + message(noSigner, "its key usage does not allow it to sign certificates")
                + " No catalog says anything about it. Does P1 on 1.2.3.4 accept a chain with this"
                + " defect?");
  }

  @Test
  void passesIfThePhoneLooksAtNeither() {
    var firmware =
        new FirmwareDraft()
            .stating("check.basicConstraints", false)
            .stating("check.keyUsage", false);

    assertThat(lines(rule.check(below(noCa, firmware).path()))).isEmpty();
    assertThat(lines(rule.check(below(noSigner, firmware).path()))).isEmpty();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("CertificateAuthorityInvalid");
  }
}
