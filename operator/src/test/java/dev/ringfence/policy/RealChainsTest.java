package dev.ringfence.policy;

import static dev.ringfence.policy.EngineSamples.AT;
import static dev.ringfence.policy.EngineSamples.CRYPTOGRAPHY;
import static dev.ringfence.policy.EngineSamples.DIGICERT;
import static dev.ringfence.policy.EngineSamples.ENGINE;
import static dev.ringfence.policy.EngineSamples.algorithms;
import static dev.ringfence.policy.EngineSamples.editOf;
import static dev.ringfence.policy.EngineSamples.errors;
import static dev.ringfence.policy.EngineSamples.evaluate;
import static dev.ringfence.policy.EngineSamples.evaluation;
import static dev.ringfence.policy.EngineSamples.example;
import static dev.ringfence.policy.EngineSamples.group;
import static dev.ringfence.policy.EngineSamples.lab;
import static dev.ringfence.policy.EngineSamples.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.CertificateChain;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real chains of 2014 against the built-in catalog. */
class RealChainsTest {
  @Test
  void blocksPhonesBelowCu11AndNamesTheUpgradeThatHeals() {
    var report = evaluate(DIGICERT, group("old", "CX600", "4.0.7577.4387", 120));
    assertThat(report.verdict()).isEqualTo(Verdict.BLOCK);
    assertThat(report.gate()).isEqualTo(Gate.CLOSED);
    assertThat(report.phones()).isEqualTo(new PhoneCounts(120, 0, 0, 120, 0));
    assertThat(errors(report)).containsExactly("TrustAnchorMissing Violated");
    assertThat(rules(report)).contains("BootstrapDeadlock", "FirmwareBelowMinimum");
    assertThat(report.advice()).hasSize(1);
    var advice = report.advice().get(0);
    assertThat(advice.kind()).isEqualTo(AdviceKind.UPGRADE_FIRMWARE);
    assertThat(advice.message())
        .isEqualTo(
            "Before the renewal, upgrade aries 4.0.7577.4387 to 4.0.7577.4420 (CU11): 120 phones"
                + " (old) then work. The verdict is then Warn.");
    assertThat(advice.phonesRecovered()).isEqualTo(120);
    assertThat(advice.phonesLost()).isZero();
  }

  @Test
  void letsPhonesOnCu11PassWithAWarningForTheWildcard() {
    var report = evaluate(DIGICERT, group("new", "CX600", "4.0.7577.4420", 120));
    assertThat(report.groups().get(0).outcome()).isEqualTo(Outcome.COMPATIBLE);
    assertThat(report.verdict()).isEqualTo(Verdict.WARN);
    assertThat(report.gate()).isEqualTo(Gate.OPEN);
    assertThat(report.breaksAt()).isEqualTo(Instant.parse("2017-11-29T12:00:01Z"));
    assertThat(report.nextChange()).isEqualTo(report.breaksAt());
    assertThat(report.calendar()).hasSize(1);
    assertThat(report.calendar().get(0).phones().broken()).isEqualTo(120);
  }

  @Test
  void saysWhichTestsWouldSettleWhatIsOnlyRecollected() {
    var report = evaluate(CRYPTOGRAPHY, group("cu8", "CX600", "4.0.7577.4387", 10));
    assertThat(report.verdict()).isEqualTo(Verdict.BLOCK);
    assertThat(report.phones().undetermined()).isEqualTo(10);
    assertThat(errors(report))
        .containsOnly(
            "PublicKeyUnsupported Undetermined",
            "SignatureAlgorithmUnsupported Undetermined",
            "TrustAnchorMissing Undetermined");
    assertThat(report.groups().get(0).findings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .allSatisfy(finding -> assertThat(finding.question()).startsWith("Does CX600"));
  }

  @Test
  void opensWhenALabObservesWhatWasUnknown() {
    var lab = lab();
    var report =
        ENGINE.evaluate(
            evaluation(
                CRYPTOGRAPHY,
                null,
                AT,
                Policy.defaults(),
                List.of(lab),
                List.of(),
                group("cu8", "CX600", "4.0.7577.4387", 10)));
    assertThat(errors(report)).isEmpty();
    assertThat(report.gate()).isEqualTo(Gate.OPEN);
    assertThat(report.verdict()).isEqualTo(Verdict.WARN);
  }

  @Test
  void settlesTheAnchorByServingTheCrossCertificate() {
    var cross = example("geotrust-global-ca-by-equifax.pem").certificates();
    var served =
        new CertificateChain(
            Stream.concat(CRYPTOGRAPHY.certificates().stream(), cross.stream()).toList());
    var report = evaluate(served, group("cu8", "CX600", "4.0.7577.4387", 10));
    assertThat(errors(report))
        .containsOnly(
            "PublicKeyUnsupported Undetermined", "SignatureAlgorithmUnsupported Undetermined");
  }

  @Test
  void findsByItselfTheCrossCertificateThatSettlesTheAnchor() {
    var cross = example("geotrust-global-ca-by-equifax.pem").endEntity();
    var report = evaluate(CRYPTOGRAPHY, group("cu8", "CX600", "4.0.7577.4387", 10));
    assertThat(report.advice()).hasSize(1);
    var advice = report.advice().get(0);
    assertThat(advice.kind()).isEqualTo(AdviceKind.CHANGE_SERVED_CHAIN);
    assertThat(editOf(advice).added()).containsExactly(cross);
    assertThat(editOf(advice).dropped()).isEmpty();
    assertThat(advice.phonesRecovered()).isZero();
    assertThat(advice.phonesEased()).isEqualTo(10);
    assertThat(advice.effect().eased().get(0).settled()).containsExactly("TrustAnchorMissing");
    assertThat(advice.effect().eased().get(0).remaining())
        .containsExactly("PublicKeyUnsupported", "SignatureAlgorithmUnsupported");
  }

  @Test
  void recoversPhonesByTheCrossCertificateOnceALabKnowsTheirAlgorithms() {
    var evaluation =
        evaluation(
            CRYPTOGRAPHY,
            null,
            AT,
            Policy.defaults(),
            List.of(algorithms()),
            List.of(),
            group("cu8", "CX600", "4.0.7577.4387", 10));
    var report = ENGINE.evaluate(evaluation);
    assertThat(report.verdict()).isEqualTo(Verdict.BLOCK);
    var advice = report.advice().get(0);
    assertThat(advice.phonesRecovered()).isEqualTo(10);
    assertThat(advice.effect().verdict()).isEqualTo(Verdict.WARN);
    assertThat(advice.message())
        .startsWith(
            "Serve the chain with CN=GeoTrust Global CA,O=GeoTrust Inc.,C=US issued by"
                + " OU=Equifax Secure Certificate Authority,O=Equifax,C=US (SHA-256"
                + " 3c35cc963eb004451323d3275d05b353235053490d9cd83729a2faf5e7ca1cc0)");
    assertThat(ENGINE.evaluate(evaluation.serving(editOf(advice).chain())).phones())
        .isEqualTo(new PhoneCounts(10, 0, 10, 0, 0));
  }
}
