package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class ChainOrderInvalidTest {
  private final ChainOrderInvalid rule = new ChainOrderInvalid();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuing = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuing).mint();

  private RuleFixture served(Minted... chain) {
    return RuleFixture.serving(chain).on(new FirmwareDraft().holding(root));
  }

  @Test
  void passesIfTheEndEntityIsFirst() {
    var chain = served(endEntity, issuing, root).chain();

    assertThat(rule.appliesTo(chain)).isTrue();
    assertThat(lines(rule.check(chain))).isEmpty();
  }

  @Test
  void passesIfOnlyTheAuthoritiesAreOutOfOrder() {
    assertThat(lines(rule.check(served(endEntity, root, issuing).chain()))).isEmpty();
  }

  @Test
  void isViolatedIfAnAuthorityIsFirst() {
    assertThat(lines(rule.check(served(root, issuing, endEntity).chain())))
        .containsExactly(
            "Violated: The end entity must be served first; the first certificate is the CA"
                + " Test Root CA and the end entity pool.example.com stands at place 3.");
  }

  @Test
  void passesForAuthoritiesAlone() {
    assertThat(lines(rule.check(served(issuing, root).chain()))).isEmpty();
  }

  @Test
  void doesNotApplyToOneCertificate() {
    assertThat(rule.appliesTo(served(endEntity).chain())).isFalse();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("ChainOrderInvalid");
  }
}
