package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class ServerNameMismatchTest {
  private final ServerNameMismatch rule = new ServerNameMismatch();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted endEntity = TestPki.endEntity(root).mint();

  private RuleFixture on(FirmwareDraft firmware) {
    return RuleFixture.serving(endEntity).on(firmware);
  }

  @Test
  void passesForANameInTheCertificate() {
    var group = on(new FirmwareDraft().holding(root)).serverNames("POOL.example.com").group();

    assertThat(rule.id()).isEqualTo("ServerNameMismatch");
    assertThat(rule.appliesTo(group)).isTrue();
    assertThat(lines(rule.check(group))).isEmpty();
  }

  @Test
  void isViolatedForAnotherName() {
    var group = on(new FirmwareDraft().holding(root)).serverNames("edge.example.com").group();

    assertThat(lines(rule.check(group)))
        .containsExactly(
            "Violated: The phones connect to edge.example.com; the certificate is for"
                + " pool.example.com.");
  }

  @Test
  void isViolatedForAStrictlyMatchedSipDomain() {
    var group = on(new FirmwareDraft().holding(root)).sipDomains("example.com").group();

    assertThat(lines(rule.check(group)))
        .containsExactly(
            "Violated: The phones connect to sip.example.com; the certificate is for"
                + " pool.example.com.");
  }

  @Test
  void passesForAPhoneThatDoesNotMatchStrictly() {
    var firmware = new FirmwareDraft().holding(root).stating("check.sipDomain", false);

    assertThat(lines(rule.check(on(firmware).sipDomains("example.com").group()))).isEmpty();
  }

  @Test
  void isUndeterminedIfNobodyKnowsWhetherThePhoneLooks() {
    var firmware = new FirmwareDraft().holding(root).silentOn("check.serverName");

    assertThat(lines(rule.check(on(firmware).serverNames("edge.example.com").group())).get(0))
        .startsWith("Undetermined: The phones connect to edge.example.com;")
        .endsWith("Does P1 on 1.2.3.4 refuse a certificate without the name edge.example.com?");
  }

  @Test
  void doesNotApplyToAnUnknownFirmware() {
    assertThat(
            rule.appliesTo(on(new FirmwareDraft()).group(RuleFixture.phones("P1", "abc")).group()))
        .isFalse();
  }
}
