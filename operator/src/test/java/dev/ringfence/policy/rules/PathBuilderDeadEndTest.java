package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class PathBuilderDeadEndTest {
  private final PathBuilderDeadEnd rule = new PathBuilderDeadEnd();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted upper = TestPki.intermediateCa(root).subject("CN=Upper CA").mint();
  private final Minted lower = TestPki.intermediateCa(upper).subject("CN=Lower CA").mint();
  private final Minted endEntity = TestPki.endEntity(lower).mint();

  private RuleFixture shuffled(String... profiles) {
    return RuleFixture.serving(endEntity, upper, lower)
        .on(new FirmwareDraft().holding(root).profiles(profiles));
  }

  @Test
  void passesIfEveryBuilderFindsThePath() {
    var group =
        RuleFixture.serving(endEntity, lower, upper)
            .on(new FirmwareDraft().holding(root).profiles("rfc5280", "served-order"))
            .group();

    assertThat(rule.id()).isEqualTo("PathBuilderDeadEnd");
    assertThat(rule.appliesTo(group)).isTrue();
    assertThat(lines(rule.check(group))).isEmpty();
  }

  @Test
  void isViolatedIfNoBuilderFindsIt() {
    assertThat(lines(rule.check(shuffled("served-order").group())).get(0))
        .startsWith(
            "Violated: A path without a violated Error exists, and no path builder of P1 on 1.2.3.4"
                + " finds it. The builder served-order ends at pool.example.com");
  }

  @Test
  void isUndeterminedIfTheBuildersDisagree() {
    assertThat(lines(rule.check(shuffled("rfc5280", "served-order").group())).get(0))
        .startsWith("Undetermined: A path without a violated Error exists, and the path builders")
        .endsWith(
            "Does P1 on 1.2.3.4 accept this chain exactly as it is served, with these 3 certificates"
                + " in this order? Like rfc5280 it does, like served-order it does not; with each"
                + " certificate followed by its issuer it does by all of them.");
  }

  /** As with the cross-certificates by which expired roots were kept alive. */
  @Test
  void asksForTheServedCertificateThatLeadsABuilderAstray() {
    Minted elsewhere = TestPki.rootCa().subject("CN=Gone Root CA").mint();
    Minted cross = TestPki.reissue(root, elsewhere).mint();

    var group =
        RuleFixture.serving(endEntity, lower, upper, cross)
            .on(new FirmwareDraft().holding(root).profiles("rfc5280", "openssl-1.0.1"))
            .group();

    assertThat(lines(rule.check(group)).get(0))
        .endsWith(
            "Does P1 on 1.2.3.4 accept this chain when the server sends Test Root CA (SHA-256 "
                + cross.certificate().sha256()
                + ")? Like rfc5280 it does, like openssl-1.0.1 it does not; without that certificate"
                + " it does by all of them.");
  }

  @Test
  void aBuilderThatHangsOnRootsThatThePhoneMayHoldIsNamedForBoth() {
    Minted elsewhere = TestPki.rootCa().subject("CN=Gone Root CA").mint();
    Minted cross = TestPki.reissue(root, elsewhere).mint();

    var group =
        RuleFixture.serving(endEntity, lower, upper, cross)
            .on(
                new FirmwareDraft()
                    .holding(root)
                    .knowing(elsewhere)
                    .incompleteStore()
                    .profiles("rfc5280", "openssl-1.0.1"))
            .group();

    assertThat(lines(rule.check(group)).get(0))
        .contains("it does by all of them")
        .contains("for openssl-1.0.1 it hangs on roots that the phone may hold");
  }

  @Test
  void doesNotApplyIfThereIsNoPathToFind() {
    var group = RuleFixture.serving(endEntity, lower, upper).on(new FirmwareDraft()).group();

    assertThat(rule.appliesTo(group)).isFalse();
  }
}
