package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class CrlDistributionPointMissingTest {
  private final CrlDistributionPointMissing rule = new CrlDistributionPointMissing();
  private final Minted root = TestPki.rootCa().mint();

  private RuleFixture served(Minted endEntity) {
    return RuleFixture.serving(endEntity).on(new FirmwareDraft().holding(root));
  }

  @Test
  void passesIfTheEndEntityNamesOne() {
    var chain = served(TestPki.endEntity(root).mint()).chain();

    assertThat(rule.appliesTo(chain)).isTrue();
    assertThat(lines(rule.check(chain))).isEmpty();
  }

  @Test
  void isViolatedIfTheEndEntityNamesNone() {
    var endEntity = TestPki.endEntity(root).withoutCrlDistributionPoint().mint();

    assertThat(lines(rule.check(served(endEntity).chain())))
        .containsExactly(
            "Violated: pool.example.com has no CRL distribution point; the server side requires at"
                + " least one.");
  }

  @Test
  void doesNotLookAtAuthorities() {
    var issuing = TestPki.intermediateCa(root).withoutCrlDistributionPoint().mint();
    var chain =
        RuleFixture.serving(TestPki.endEntity(issuing).mint(), issuing)
            .on(new FirmwareDraft().holding(root))
            .chain();

    assertThat(lines(rule.check(chain))).isEmpty();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("CrlDistributionPointMissing");
  }
}
