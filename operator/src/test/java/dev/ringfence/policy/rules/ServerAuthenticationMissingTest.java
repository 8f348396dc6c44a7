package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class ServerAuthenticationMissingTest {
  private final ServerAuthenticationMissing rule = new ServerAuthenticationMissing();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuing = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuing).mint();
  private final Minted forClients =
      TestPki.endEntity(issuing).extendedKeyUsage("1.3.6.1.5.5.7.3.2").mint();

  private RuleFixture served(Minted first, FirmwareDraft firmware) {
    return RuleFixture.serving(first, issuing).on(firmware.holding(root));
  }

  private String message() {
    return forClients.certificate()
        + " has the purposes [1.3.6.1.5.5.7.3.2], expected 1.3.6.1.5.5.7.3.1.";
  }

  @Test
  void passesForAServer() {
    var path = served(endEntity, new FirmwareDraft()).path();

    assertThat(rule.appliesTo(path)).isTrue();
    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void passesWithoutTheExtension() {
    var any = TestPki.endEntity(issuing).extendedKeyUsage().mint();

    assertThat(lines(rule.check(served(any, new FirmwareDraft()).path()))).isEmpty();
  }

  @Test
  void isViolatedForAClient() {
    assertThat(lines(rule.check(served(forClients, new FirmwareDraft()).path())))
        .containsExactly("Violated: " + message());
  }

  @Test
  void isViolatedByAnAuthorityForClients() {
    var clientCa = TestPki.intermediateCa(root).extendedKeyUsage("1.3.6.1.5.5.7.3.2").mint();
    var below = TestPki.endEntity(clientCa).mint();
    var path = RuleFixture.serving(below, clientCa).on(new FirmwareDraft().holding(root)).path();

    assertThat(lines(rule.check(path)))
        .containsExactly(
            "Violated: "
                + clientCa.certificate()
                + " has the purposes [1.3.6.1.5.5.7.3.2], expected 1.3.6.1.5.5.7.3.1.");
  }

  @Test
  void isViolatedOnAPathWhoseAnchorNobodyHasSeen() {
    var path = RuleFixture.serving(forClients).on(new FirmwareDraft().incompleteStore()).path();

    assertThat(path.path().anchor()).isNull();
    assertThat(lines(rule.check(path))).containsExactly("Violated: " + message());
  }

  @Test
  void isUndeterminedIfNobodyKnowsWhetherThePhoneLooks() {
    var firmware = new FirmwareDraft().silentOn("check.serverAuthentication");

    assertThat(lines(rule.check(served(forClients, firmware).path())))
        .containsExactly(
            "Undetermined: "
                + message()
                + " No catalog says anything about it. Does P1 on 1.2.3.4 accept a chain with this"
                + " defect?");
  }

  @Test
  void passesIfThePhoneDoesNotLook() {
    var firmware = new FirmwareDraft().stating("check.serverAuthentication", false);

    assertThat(lines(rule.check(served(forClients, firmware).path()))).isEmpty();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("ServerAuthenticationMissing");
  }
}
