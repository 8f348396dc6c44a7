package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrustAnchorExpiredTest {
  private final TrustAnchorExpired rule = new TrustAnchorExpired();
  private final Minted root =
      TestPki.rootCa().expires(Instant.parse("2026-03-31T23:59:59Z")).mint();
  private final Minted endEntity = TestPki.endEntity(root).mint();

  private RuleFixture served(FirmwareDraft firmware) {
    return RuleFixture.serving(endEntity).on(firmware);
  }

  private String ended() {
    return "The copy of "
        + root.certificate()
        + " that P1 on 1.2.3.4 holds ended at 2026-03-31T23:59:59Z; the instant judged is"
        + " 2026-04-01T00:00:00Z.";
  }

  @Test
  void passesInTheLastSecondOfTheAnchor() {
    var path = served(new FirmwareDraft().holding(root)).at("2026-03-31T23:59:59Z").path();

    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void isViolatedOneSecondLater() {
    var path = served(new FirmwareDraft().holding(root)).at("2026-04-01T00:00:00Z").path();

    assertThat(rule.appliesTo(path)).isTrue();
    assertThat(lines(rule.check(path))).containsExactly("Violated: " + ended());
  }

  @Test
  void isViolatedBeforeTheAnchorBegins() {
    var path = served(new FirmwareDraft().holding(root)).at("2019-12-31T23:59:59Z").path();

    assertThat(lines(rule.check(path)))
        .containsExactly(
            "Violated: The copy of "
                + root.certificate()
                + " that P1 on 1.2.3.4 holds begins at 2020-01-01T00:00:00Z; the instant judged is"
                + " 2019-12-31T23:59:59Z.");
  }

  @Test
  void looksAtTheCopyHeldEvenIfALaterOneIsServed() {
    var later = TestPki.reissueRoot(root).mint();
    var path =
        RuleFixture.serving(endEntity, later)
            .on(new FirmwareDraft().holding(root))
            .at("2026-04-01T00:00:00Z")
            .path();

    assertThat(lines(rule.check(path))).containsExactly("Violated: " + ended());
  }

  @Test
  void saysMayHoldIfThatIsNotKnown() {
    var path =
        RuleFixture.serving(endEntity, root)
            .on(new FirmwareDraft().incompleteStore())
            .at("2026-04-01T00:00:00Z")
            .path();

    assertThat(lines(rule.check(path)))
        .containsExactly("Violated: " + ended().replace(" holds ", " may hold "));
  }

  @Test
  void isUndeterminedIfNobodyKnowsWhetherThePhoneMinds() {
    var firmware = new FirmwareDraft().holding(root).silentOn("path.enforcesAnchorExpiry");

    assertThat(lines(rule.check(served(firmware).at("2026-04-01T00:00:00Z").path())))
        .containsExactly(
            "Undetermined: "
                + ended()
                + " No catalog says anything about it. Does P1 on 1.2.3.4 refuse a chain whose"
                + " trusted root is expired?");
  }

  @Test
  void passesIfThePhoneDoesNotMind() {
    var firmware = new FirmwareDraft().holding(root).stating("path.enforcesAnchorExpiry", false);

    assertThat(lines(rule.check(served(firmware).at("2026-04-01T00:00:00Z").path()))).isEmpty();
  }

  @Test
  void doesNotApplyToAPathWhoseAnchorNobodyHasSeen() {
    assertThat(rule.appliesTo(served(new FirmwareDraft().incompleteStore()).path())).isFalse();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("TrustAnchorExpired");
  }
}
