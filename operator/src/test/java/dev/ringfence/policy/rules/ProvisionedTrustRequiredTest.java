package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.policy.Outcome;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvisionedTrustRequiredTest {
  private static final String REACHES = "provisioning.activeDirectory.UsbTether";

  private final ProvisionedTrustRequired rule = new ProvisionedTrustRequired();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted endEntity = TestPki.endEntity(root).mint();

  private RuleFixture pushed(FirmwareDraft firmware) {
    return RuleFixture.serving(endEntity)
        .on(firmware)
        .provisioned(new ProvisionedTrust(List.of(root.certificate()), null))
        .group(
            new FleetGroup(
                "lobby",
                "example-phone",
                "P1",
                "1.2.3.4",
                10,
                "hq",
                SignIn.USB_TETHER,
                GroupKind.IN_USE,
                null,
                false));
  }

  @Test
  void passesIfTheFirmwareHoldsTheRootItself() {
    var group = pushed(new FirmwareDraft().holding(root).stating(REACHES, true)).group();

    assertThat(rule.id()).isEqualTo("ProvisionedTrustRequired");
    assertThat(rule.appliesTo(group)).isTrue();
    assertThat(lines(rule.check(group))).isEmpty();
  }

  @Test
  void isViolatedIfOnlyThePushMakesItWork() {
    var fixture = pushed(new FirmwareDraft().stating(REACHES, true));

    assertThat(lines(rule.check(fixture.group())))
        .containsExactly(
            "Violated: P1 on 1.2.3.4 trusts Test Root CA only because it is pushed; it becomes"
                + " active after the next sign-in.");
    assertThat(fixture.report().groups().get(0).outcome()).isEqualTo(Outcome.AT_RISK);
  }

  @Test
  void doesNotApplyIfThePushDoesNotArrive() {
    var fixture = pushed(new FirmwareDraft().stating(REACHES, false));

    assertThat(rule.appliesTo(fixture.group())).isFalse();
    assertThat(fixture.report().groups().get(0).outcome()).isEqualTo(Outcome.BROKEN);
  }
}
