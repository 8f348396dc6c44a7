package dev.ringfence.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ringfence.fleet.CertificateWebService;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.rules.Rules;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.SigningAlgorithm;
import dev.ringfence.testing.TestPki;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What could be done to the phones: upgrades, pushed trust, and what nobody can evaluate. */
class FleetAdviceTest {
  private static final List<String> BUILDER = List.of("rfc5280");
  private static final Minted OLD = TestPki.rootCa().subject("CN=Old Root").mint();
  private static final Minted ROOT = TestPki.rootCa().subject("CN=New Root").mint();
  private static final Minted ISSUER = TestPki.intermediateCa(ROOT).mint();
  private static final Minted SERVER = TestPki.endEntity(ISSUER).mint();
  private static final List<Certificate> CHAIN =
      List.of(SERVER.certificate(), ISSUER.certificate());
  private static final List<Certificate> HOLDS_OLD = List.of(OLD.certificate());
  private static final List<Certificate> HOLDS_NEW = List.of(OLD.certificate(), ROOT.certificate());

  private final PolicyEngine engine = new PolicyEngine(Rules.all());

  @Test
  void upgradesToTheOldestReleaseThatWorks() {
    var report =
        evaluate(
            new FleetDraft()
                .group("a", BUILDER, 10, OLD.certificate())
                .release("a", "1.0.0.2", HOLDS_OLD)
                .release("a", "1.0.0.3", HOLDS_NEW)
                .release("a", "1.0.0.4", HOLDS_NEW));
    assertThat(report.advice()).hasSize(1);
    assertThat(report.advice().get(0).upgrades())
        .extracting(FirmwareUpgrade::family, u -> u.to().toString(), FirmwareUpgrade::phones)
        .containsExactly(tuple("a", "1.0.0.3", 10L));
    assertThat(report.advice().get(0).effect().verdict()).isEqualTo(Verdict.ALLOW);
  }

  @Test
  void upgradesAsFewAsTheBudgetAllows() {
    var draft = new FleetDraft().policy(budget(100));
    for (var group : Map.of("a", 60L, "b", 50L, "c", 40L, "d", 30L).entrySet()) {
      draft
          .group(group.getKey(), BUILDER, group.getValue(), OLD.certificate())
          .release(group.getKey(), "1.0.0.2", HOLDS_NEW);
    }
    var advice = evaluate(draft).advice();
    assertThat(advice).hasSize(1);
    assertThat(advice.get(0).upgrades())
        .as("80 of 180 phones have to be saved: no one group has them, these two have fewest")
        .extracting(FirmwareUpgrade::family)
        .containsExactly("b", "d");
    assertThat(advice.get(0).effect().verdict()).isEqualTo(Verdict.WARN);
  }

  @Test
  void givesAllUpgradesThatHelpWhereTheyAreNotEnough() {
    var advice =
        evaluate(
                new FleetDraft()
                    .group("a", BUILDER, 10, OLD.certificate())
                    .release("a", "1.0.0.2", HOLDS_NEW)
                    .group("stuck", BUILDER, 1, OLD.certificate()))
            .advice();
    assertThat(advice).hasSize(1);
    assertThat(advice.get(0).message())
        .isEqualTo(
            "Before the renewal, upgrade a 1.0.0.1 to 1.0.0.2 (a-1.0.0.2): 10 phones (a) then work."
                + " The verdict is then Block.");
  }

  @Test
  void countsSparePhonesApart() {
    var advice =
        evaluate(
                new FleetDraft()
                    .group("used", BUILDER, 3, ROOT.certificate())
                    .group("shelf", BUILDER, 5, SignIn.UNDECLARED, GroupKind.SPARE, HOLDS_OLD)
                    .release("shelf", "1.0.0.2", HOLDS_NEW))
            .advice();
    assertThat(advice).hasSize(1);
    assertThat(advice.get(0).phonesRecovered()).isZero();
    assertThat(advice.get(0).message()).contains("5 spare phones (shelf) then work.");
  }

  @Test
  void publishesARootForTetheredPhonesWithTheExactCommand() {
    var advice = evaluate(pushable(SignIn.USB_TETHER, ProvisionedTrust.none())).advice();
    assertThat(advice)
        .extracting(Advice::kind)
        .containsExactly(AdviceKind.PUBLISH_IN_ACTIVE_DIRECTORY);
    assertThat(Objects.requireNonNull(advice.get(0).push()).certificate())
        .isEqualTo(ROOT.certificate());
    assertThat(advice.get(0).phonesRecovered()).isEqualTo(10);
    assertThat(advice.get(0).commands())
        .containsExactly(
            "certutil -f -dspublish New-Root-%s.cer RootCA"
                .formatted(ROOT.certificate().sha256().substring(0, 8)));
  }

  @Test
  void handsARootOutToPhonesThatSignInWithAPin() {
    var advice = evaluate(pushable(SignIn.PIN, service(false))).advice();
    assertThat(advice).extracting(Advice::kind).containsExactly(AdviceKind.TRUST_IN_WEB_SERVICE);
    assertThat(advice.get(0).commands())
        .containsExactly(
            "$root = New-CsWebTrustedCACertificate -Thumbprint \"%s\" -CAStore TrustedRootCA"
                .formatted(ROOT.certificate().sha1().toUpperCase(Locale.ROOT)),
            "Set-CsWebServiceConfiguration -Identity Global -TrustedCACerts @{Add=$root}");
  }

  @Test
  void switchesTheInferenceOffThatWouldPrevail() {
    var advice = evaluate(pushable(SignIn.PIN, service(true))).advice();
    assertThat(advice.get(0).commands().get(1)).endsWith(" -InferCertChainFromSSL $false");
    assertThat(advice.get(0).message())
        .endsWith(
            "InferCertChainFromSSL has to be off, because TrustedCACerts is ignored while it is"
                + " on.");
  }

  @Test
  void pushesNothingToPhonesThatDeclareNoSignIn() {
    assertThat(evaluate(pushable(SignIn.UNDECLARED, ProvisionedTrust.none())).advice()).isEmpty();
  }

  @Test
  void asksForAnotherSignatureAndSaysThatItCouldNotBeEvaluated() {
    var issuer =
        TestPki.intermediateCa(ROOT).signedWith(SigningAlgorithm.PSS_SHA256).mint().certificate();
    var fleet =
        new FleetDraft()
            .group("a", BUILDER, 10, ROOT.certificate())
            .stating("signature.rsassaPss", false);
    var report =
        engine.evaluate(fleet.evaluation(List.of(SERVER.certificate(), issuer), TestPki.NOW));
    assertThat(report.phones().broken()).isEqualTo(10);
    assertThat(report.advice()).hasSize(1);
    var advice = report.advice().get(0);
    assertThat(advice.kind()).isEqualTo(AdviceKind.REISSUE_WITHOUT_RSASSA_PSS);
    assertThat(advice.kind().verified()).isFalse();
    assertThat(advice.phonesRecovered()).isZero();
    assertThat(advice.message())
        .contains(issuer.sha256(), "stops 10 phones", "This could not be evaluated");
    assertThat(advice.effect().verdict()).isNull();
  }

  private RenewalReport evaluate(FleetDraft draft) {
    return engine.evaluate(draft.evaluation(CHAIN, TestPki.NOW));
  }

  private static FleetDraft pushable(SignIn signIn, ProvisionedTrust trust) {
    return new FleetDraft()
        .knowing(HOLDS_NEW)
        .provisioned(trust)
        .group("a", BUILDER, 10, signIn, GroupKind.IN_USE, HOLDS_OLD);
  }

  private static ProvisionedTrust service(boolean infers) {
    return new ProvisionedTrust(
        List.of(), new CertificateWebService(List.of(), infers, List.of(80, 443)));
  }

  private static Policy budget(long broken) {
    var defaults = Policy.defaults();
    return new Policy(
        defaults.mode(),
        defaults.undetermined(),
        defaults.minimumEvidence(),
        Map.of(),
        Map.of(),
        new Budgets(broken, 0),
        Set.of(),
        1,
        false);
  }
}
