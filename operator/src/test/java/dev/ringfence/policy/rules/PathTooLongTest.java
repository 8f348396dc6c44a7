package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class PathTooLongTest {
  private final PathTooLong rule = new PathTooLong();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted upper = TestPki.intermediateCa(root).subject("CN=Upper CA").mint();
  private final Minted limited =
      TestPki.intermediateCa(root).subject("CN=Limited CA").pathLength(0).mint();

  private RuleFixture below(Minted authority, FirmwareDraft firmware) {
    var issuing = TestPki.intermediateCa(authority).mint();
    return RuleFixture.serving(TestPki.endEntity(issuing).mint(), issuing, authority)
        .on(firmware.holding(root));
  }

  private String limit() {
    return limited.certificate() + " allows 0 CA certificates below it, the path has 1.";
  }

  @Test
  void passesAtTheLimitOfThePhone() {
    var path = below(upper, new FirmwareDraft()).path();

    assertThat(rule.appliesTo(path)).isTrue();
    assertThat(path.path().length()).isEqualTo(4);
    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void isViolatedOneCertificateAboveTheLimitOfThePhone() {
    var firmware = new FirmwareDraft().stating("path.length-4", false);

    assertThat(lines(rule.check(below(upper, firmware).path())))
        .containsExactly(
            "Violated: The path has 4 certificates, its anchor included; expected a length that"
                + " P1 on 1.2.3.4 handles.");
  }

  @Test
  void isUndeterminedIfNobodyKnowsTheLimitOfThePhone() {
    var firmware = new FirmwareDraft().silentOn("path.length-4");

    assertThat(lines(rule.check(below(upper, firmware).path())))
        .containsExactly(
            "Undetermined: The path has 4 certificates, its anchor included; expected a length"
                + " that P1 on 1.2.3.4 handles. No catalog says anything about it. Does"
                + " P1 on 1.2.3.4 accept a path of 4 certificates?");
  }

  @Test
  void isUndeterminedForAPathLongerThanCatalogsSpeakOf() {
    var chain = new ArrayList<Minted>();
    var issuer = root;
    for (int i = 1; i <= 15; i++) {
      issuer = TestPki.intermediateCa(issuer).subject("CN=Authority " + i).mint();
      chain.add(0, issuer);
    }
    chain.add(0, TestPki.endEntity(issuer).mint());
    var path =
        RuleFixture.serving(chain.toArray(Minted[]::new))
            .on(new FirmwareDraft().holding(root))
            .path();

    assertThat(lines(rule.check(path)))
        .containsExactly(
            "Undetermined: The path has 17 certificates, its anchor included; expected a length"
                + " that P1 on 1.2.3.4 handles. Does P1 on 1.2.3.4 accept a path of 17"
                + " certificates?");
  }

  @Test
  void isViolatedByTheLimitOfAnIssuer() {
    assertThat(lines(rule.check(below(limited, new FirmwareDraft()).path())))
        .containsExactly("Violated: " + limit());
  }

  @Test
  void isUndeterminedIfNobodyKnowsWhetherThePhoneLooksAtTheLimitOfAnIssuer() {
    var firmware = new FirmwareDraft().silentOn("check.pathLength");

    assertThat(lines(rule.check(below(limited, firmware).path())))
        .containsExactly(
            "Undetermined: "
                + limit()
                + " No catalog says anything about it. Does P1 on 1.2.3.4 accept a path that is"
                + " longer than an issuer allows?");
  }

  @Test
  void passesIfThePhoneDoesNotLookAtTheLimitOfAnIssuer() {
    var firmware = new FirmwareDraft().stating("check.pathLength", false);

    assertThat(lines(rule.check(below(limited, firmware).path()))).isEmpty();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("PathTooLong");
  }
}
