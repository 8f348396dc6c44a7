package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class WildcardNameTest {
  private final WildcardName rule = new WildcardName();
  private final Minted root = TestPki.rootCa().mint();

  private RuleFixture served(Minted endEntity) {
    return RuleFixture.serving(endEntity).on(new FirmwareDraft().holding(root));
  }

  @Test
  void passesForTheNameOfAPool() {
    var chain = served(TestPki.endEntity(root).mint()).chain();

    assertThat(rule.appliesTo(chain)).isTrue();
    assertThat(lines(rule.check(chain))).isEmpty();
  }

  @Test
  void isViolatedByAWildcardAsCommonName() {
    var endEntity = TestPki.endEntity(root).subject("CN=*.example.com").mint();

    assertThat(lines(rule.check(served(endEntity).chain())))
        .containsExactly(
            "Violated: The common name is *.example.com; expected the name of the pool, a wildcard"
                + " is not supported there.");
  }

  @Test
  void isViolatedByAWildcardAmongTheAlternativeNames() {
    var endEntity = TestPki.endEntity(root).dnsNames("pool.example.com", "*.example.com").mint();

    assertThat(lines(rule.check(served(endEntity).chain())))
        .containsExactly(
            "Violated: The subject alternative names hold *.example.com; wildcards are supported"
                + " for simple URLs only, desk phones are to be tested.");
  }

  @Test
  void passesForAStarThatIsNoWildcard() {
    var endEntity = TestPki.endEntity(root).subject("CN=star*.example.com").mint();

    assertThat(lines(rule.check(served(endEntity).chain()))).isEmpty();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("WildcardName");
  }
}
