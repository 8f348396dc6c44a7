package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReissuedRootAmbiguousTest {
  private final ReissuedRootAmbiguous rule = new ReissuedRootAmbiguous();
  private final Minted old = TestPki.rootCa().expires(Instant.parse("2027-06-30T23:59:59Z")).mint();
  private final Minted later = TestPki.reissueRoot(old).mint();
  private final Minted endEntity = TestPki.endEntity(old).mint();

  private RuleFixture served(FirmwareDraft firmware) {
    return RuleFixture.serving(endEntity).on(firmware);
  }

  private String copy(String holds) {
    return "P1 on 1.2.3.4 "
        + holds
        + " the copy of Test Root CA that ends at 2027-06-30T23:59:59Z; the same key and name were"
        + " issued again until 2039-12-31T23:59:59Z (SHA-256 "
        + later.certificate().sha256()
        + ").";
  }

  @Test
  void passesIfThereIsOneCopyOnly() {
    var path = served(new FirmwareDraft().holding(old)).path();

    assertThat(rule.appliesTo(path)).isTrue();
    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void passesIfThePhoneHoldsTheLaterCopy() {
    var path = served(new FirmwareDraft().holding(later).knowing(old)).path();

    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void passesIfThePhoneHoldsBothCopies() {
    for (var path : served(new FirmwareDraft().holding(old, later)).paths()) {
      assertThat(lines(rule.check(path))).isEmpty();
    }
  }

  @Test
  void passesIfTheOtherCopyHasAnotherKey() {
    var stranger = TestPki.rootCa().key(old.keyKind(), "another key").mint();

    assertThat(lines(rule.check(served(new FirmwareDraft().holding(old).knowing(stranger)).path())))
        .isEmpty();
  }

  @Test
  void passesIfBothCopiesEndInTheSameSecond() {
    var twin = TestPki.reissueRoot(old).expires(Instant.parse("2027-06-30T23:59:59Z"));
    var firmware = new FirmwareDraft().holding(old).knowing(twin.serialNumber(7).mint());

    assertThat(lines(rule.check(served(firmware).path()))).isEmpty();
  }

  @Test
  void isViolatedIfThePhoneHoldsTheCopyThatEndsFirst() {
    var path = served(new FirmwareDraft().holding(old).knowing(later)).path();

    assertThat(lines(rule.check(path))).containsExactly("Violated: " + copy("holds"));
  }

  @Test
  void isUndeterminedIfThePhoneMayHoldTheOtherCopyToo() {
    var firmware = new FirmwareDraft().holding(old).knowing(later).incompleteStore();

    assertThat(served(firmware).paths())
        .flatExtracting(path -> lines(rule.check(path)))
        .containsExactly(
            "Undetermined: "
                + copy("may hold only")
                + " No catalog says anything about it. Which copies of Test Root CA does"
                + " P1 on 1.2.3.4 hold?");
  }

  @Test
  void isUndeterminedIfTheEvidenceForTheCopyIsTooWeak() {
    var firmware = new FirmwareDraft().holding("Recollected", old).knowing(later);

    assertThat(lines(rule.check(served(firmware).path())))
        .containsExactly(
            "Undetermined: "
                + copy("may hold only")
                + " The evidence is only Recollected, expected Inferred or stronger. Which copies"
                + " of Test Root CA does P1 on 1.2.3.4 hold?");
  }

  @Test
  void doesNotApplyToAPathWhoseAnchorNobodyHasSeen() {
    var path = served(new FirmwareDraft().incompleteStore()).path();

    assertThat(rule.appliesTo(path)).isFalse();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("ReissuedRootAmbiguous");
  }
}
