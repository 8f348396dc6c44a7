package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.policy.Assessment;
import dev.ringfence.policy.Builders;
import dev.ringfence.policy.GroupSubject;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustAnchorMissingTest {
  private final TrustAnchorMissing rule = new TrustAnchorMissing();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuing = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuing).mint();
  private final Minted other = TestPki.rootCa().subject("CN=Other Root CA").mint();

  private RuleFixture served(FirmwareDraft firmware) {
    return RuleFixture.serving(endEntity, issuing).on(firmware);
  }

  @Test
  void passesIfAPathEndsInAnAnchorThatThePhoneHolds() {
    var fixture = served(new FirmwareDraft().holding(root));

    assertThat(rule.appliesTo(fixture.path())).isTrue();
    assertThat(lines(rule.check(fixture.path()))).isEmpty();
    assertThat(rule.appliesTo(fixture.group())).isFalse();
  }

  @Test
  void isViolatedIfTheRootIsKnownAndAbsent() {
    var group = served(new FirmwareDraft().holding(other).knowing(root)).group();

    assertThat(rule.appliesTo(group)).isTrue();
    assertThat(lines(rule.check(group)))
        .containsExactly(
            "Violated: P1 on 1.2.3.4 does not hold "
                + root.certificate()
                + ", where the path ends. One statement says so, Documented.");
    assertThat(rule.check(group).get(0).evidence())
        .extracting(statement -> statement.note())
        .containsExactly("The store red-1.2.3.4 is complete and does not list this certificate.");
  }

  @Test
  void isViolatedEvenIfTheRootIsServed() {
    var group =
        RuleFixture.serving(endEntity, issuing, root)
            .on(new FirmwareDraft().holding(other))
            .group();

    assertThat(lines(rule.check(group)))
        .containsExactly(
            "Violated: P1 on 1.2.3.4 does not hold "
                + root.certificate()
                + ", where the path ends. One statement says so, Documented.");
  }

  @Test
  void isViolatedIfNobodyKnowsTheRootAndTheStoreIsComplete() {
    assertThat(lines(rule.check(served(new FirmwareDraft().holding(other)).group())))
        .containsExactly(
            "Violated: P1 on 1.2.3.4 holds no certificate with the name"
                + " O=Example,CN=Test Root CA, which issued Test Issuing CA, where the path ends.");
  }

  @Test
  void isViolatedForARootThatIsYoungerThanTheFirmware() {
    var firmware = new FirmwareDraft().incompleteStore().builtUntil("2019-12-31").knowing(root);

    assertThat(lines(rule.check(served(firmware).group())))
        .containsExactly(
            "Violated: P1 on 1.2.3.4 does not hold "
                + root.certificate()
                + ", where the path ends. One statement says so, Documented.");
  }

  @Test
  void isUndeterminedForARootOfTheFirmwaresLastDay() {
    var firmware = new FirmwareDraft().incompleteStore().builtUntil("2020-01-01").knowing(root);

    assertThat(lines(rule.check(served(firmware).path())))
        .containsExactly("Undetermined: " + unknown("No catalog says anything about it."));
  }

  @Test
  void isUndeterminedIfTheEvidenceIsTooWeak() {
    assertThat(lines(rule.check(served(new FirmwareDraft().holding("Recollected", root)).path())))
        .containsExactly(
            "Undetermined: "
                + unknown("The evidence is only Recollected, expected Inferred or stronger."));
  }

  @Test
  void isUndeterminedIfNobodyHasSeenTheRootAndTheStoreIsIncomplete() {
    assertThat(lines(rule.check(served(new FirmwareDraft().incompleteStore()).path())))
        .containsExactly(
            "Undetermined: The path ends at Test Issuing CA, issued by O=Example,CN=Test Root CA,"
                + " a certificate that is neither served nor known to the catalog; the list of"
                + " what P1 on 1.2.3.4 trusts is not documented as complete. Does P1 on 1.2.3.4"
                + " hold a trusted root with the name O=Example,CN=Test Root CA?");
  }

  @Test
  void isUndeterminedIfTheSearchDidNotEnd() {
    var searched = served(new FirmwareDraft().holding(other)).group();
    var nothing = new Assessment(List.of(), false, List.of(), List.of(), Builders.NONE);
    var group =
        new GroupSubject(
            searched.evaluation(),
            searched.chain(),
            searched.phones(),
            searched.platform(),
            null,
            new GroupSubject.Firmware(searched.facts(), searched.trust(), nothing),
            searched.at());

    assertThat(lines(rule.check(group)))
        .containsExactly(
            "Undetermined: The search for a path ended because its budget was used up before an"
                + " anchor of P1 on 1.2.3.4 was found.");
  }

  @Test
  void leavesAMissingIntermediateToItsOwnRule() {
    var group = RuleFixture.serving(endEntity).on(new FirmwareDraft().holding(root)).group();

    assertThat(lines(rule.check(group))).isEmpty();
  }

  @Test
  void doesNotApplyToAFirmwareThatNobodyKnows() {
    var group =
        served(new FirmwareDraft().holding(root))
            .group(RuleFixture.phones(FirmwareDraft.MODEL, "9"))
            .group();

    assertThat(rule.appliesTo(group)).isFalse();
  }

  private String unknown(String why) {
    return "Whether P1 on 1.2.3.4 trusts "
        + root.certificate()
        + " is not known well enough. "
        + why
        + " Does P1 on 1.2.3.4 hold the root Test Root CA (SHA-1 "
        + root.certificate().sha1()
        + ")?";
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("TrustAnchorMissing");
  }
}
