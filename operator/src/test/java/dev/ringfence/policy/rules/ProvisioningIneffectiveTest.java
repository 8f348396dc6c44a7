package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.fleet.CertificateWebService;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvisioningIneffectiveTest {
  private final ProvisioningIneffective rule = new ProvisioningIneffective();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted endEntity = TestPki.endEntity(root).mint();
  private final FirmwareDraft firmware =
      new FirmwareDraft()
          .stating("provisioning.activeDirectory.UsbTether", true)
          .stating("provisioning.activeDirectory.Pin", false)
          .stating("provisioning.certificateWebService.Pin", true)
          .stating("provisioning.inferCertChainFromSSL.ignoresTrustedCACerts", true);

  private RuleFixture directory(SignIn signIn) {
    return with(new ProvisionedTrust(List.of(root.certificate()), null), signIn, false);
  }

  private RuleFixture service(boolean infer, boolean storedChain, List<Integer> ports) {
    var web = new CertificateWebService(List.of(root.certificate()), infer, ports);
    return with(new ProvisionedTrust(List.of(), web), SignIn.PIN, storedChain);
  }

  private RuleFixture with(ProvisionedTrust trust, SignIn signIn, boolean storedChain) {
    return RuleFixture.serving(endEntity)
        .on(firmware)
        .provisioned(trust)
        .group(
            new FleetGroup(
                "lobby",
                "example-phone",
                "P1",
                "1.2.3.4",
                10,
                "hq",
                signIn,
                GroupKind.IN_USE,
                null,
                storedChain));
  }

  private String seen(RuleFixture fixture) {
    return String.join("\n", lines(rule.check(fixture.group())));
  }

  @Test
  void passesIfTheMeansReachesThePhones() {
    assertThat(rule.id()).isEqualTo("ProvisioningIneffective");
    assertThat(rule.appliesTo(directory(SignIn.USB_TETHER).group())).isTrue();
    assertThat(seen(directory(SignIn.USB_TETHER))).isEmpty();
    assertThat(seen(service(false, false, List.of(80, 443)))).isEmpty();
  }

  @Test
  void isViolatedForTheWrongSignInMethod() {
    assertThat(seen(directory(SignIn.PIN)))
        .startsWith(
            "Violated: Test Root CA is pushed, but does not reach these phones, which sign in with"
                + " Pin:");
  }

  @Test
  void isViolatedIfTheSignInMethodIsNotDeclared() {
    assertThat(seen(directory(SignIn.UNDECLARED)))
        .endsWith("The group declares no sign-in method, so pushed trust does not count for it.");
  }

  @Test
  void isViolatedWhileTheServiceInfersTheChain() {
    assertThat(seen(service(true, false, List.of(80, 443))))
        .isEqualTo(
            "Violated: Test Root CA is pushed, but does not reach these phones, which sign in with"
                + " Pin: TrustedCACerts is ignored while InferCertChainFromSSL is true.");
  }

  @Test
  void isViolatedForPhonesThatStoredAChainBefore() {
    assertThat(seen(service(false, true, List.of(80, 443))))
        .endsWith("keep it until they are reset.");
  }

  @Test
  void isUndeterminedIfAPortIsClosed() {
    assertThat(seen(service(false, false, List.of(443))))
        .isEqualTo(
            "Undetermined: Test Root CA is pushed, but does not reach these phones, which sign in"
                + " with Pin: The certificate web service is reported to need ports 80 and 443,"
                + " reachable are [443].");
  }

  @Test
  void doesNotApplyToAnUnknownFirmware() {
    var fixture =
        RuleFixture.serving(endEntity).on(firmware).group(RuleFixture.phones("P1", "abc"));

    assertThat(rule.appliesTo(fixture.group())).isFalse();
  }
}
