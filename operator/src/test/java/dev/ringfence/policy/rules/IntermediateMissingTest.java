package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class IntermediateMissingTest {
  private final IntermediateMissing rule = new IntermediateMissing();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuing = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuing).mint();

  private RuleFixture alone(FirmwareDraft firmware) {
    return RuleFixture.serving(endEntity).on(firmware);
  }

  @Test
  void doesNotApplyToACompleteChain() {
    var group =
        RuleFixture.serving(endEntity, issuing).on(new FirmwareDraft().holding(root)).group();

    assertThat(rule.id()).isEqualTo("IntermediateMissing");
    assertThat(rule.appliesTo(group)).isFalse();
  }

  @Test
  void isViolatedAndNamesTheCertificateThatIsKnownButNotServed() {
    var group = alone(new FirmwareDraft().holding(root).knowing(issuing)).group();

    assertThat(rule.appliesTo(group)).isTrue();
    assertThat(lines(rule.check(group)))
        .containsExactly(
            "Violated: The chain is served without Test Issuing CA (SHA-256 "
                + issuing.certificate().sha256()
                + "), which a path to a held anchor needs.");
  }

  @Test
  void isViolatedIfTheEndEntityIsAloneAndNobodyKnowsItsIssuer() {
    assertThat(lines(rule.check(alone(new FirmwareDraft().holding(root)).group())))
        .containsExactly(
            "Violated: The issuer of pool.example.com, O=Example,CN=Test Issuing CA, is not"
                + " served.");
  }

  @Test
  void isUndeterminedIfNobodyKnowsWhetherThePhoneFetches() {
    var firmware =
        new FirmwareDraft().holding(root).knowing(issuing).silentOn("path.fetchesIntermediates");

    assertThat(lines(rule.check(alone(firmware).group())).get(0))
        .startsWith("Undetermined: The chain is served without Test Issuing CA")
        .endsWith(
            "Does P1 on 1.2.3.4 complete the path by itself when only 1 certificates are served?");
  }

  @Test
  void doesNotApplyToAPhoneThatFetchesWhatIsKnown() {
    var firmware =
        new FirmwareDraft()
            .holding(root)
            .knowing(issuing)
            .stating("path.fetchesIntermediates", true);

    assertThat(rule.appliesTo(alone(firmware).group())).isFalse();
  }
}
