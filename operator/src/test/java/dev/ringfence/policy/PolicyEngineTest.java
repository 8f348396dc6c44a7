package dev.ringfence.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.gather.BuiltInPacks;
import dev.ringfence.gather.CatalogGatherer;
import dev.ringfence.gather.GatheredCatalog;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.policy.rules.Rules;
import dev.ringfence.testing.SigningAlgorithm;
import dev.ringfence.testing.TestPki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Real chains and minted ones against the built-in catalog. */
class PolicyEngineTest {
  private static final Instant AT = Instant.parse("2016-01-15T12:00:00Z");
  private static final CatalogGatherer GATHERER = new CatalogGatherer();
  private static final List<FirmwareCatalog> PACK =
      new BuiltInPacks(GATHERER)
          .load(Set.of("lync-phone-edition"), List.of()).stream()
              .map(GatheredCatalog::catalog)
              .toList();
  private static final CertificateChain DIGICERT = example("ibmcloud-messaging-2014.pem");
  private static final CertificateChain CRYPTOGRAPHY = example("cryptography-io-2014.pem");

  private final PolicyEngine engine = new PolicyEngine(Rules.all());

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
        engine.evaluate(
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
    var report = engine.evaluate(evaluation);
    assertThat(report.verdict()).isEqualTo(Verdict.BLOCK);
    var advice = report.advice().get(0);
    assertThat(advice.phonesRecovered()).isEqualTo(10);
    assertThat(advice.effect().verdict()).isEqualTo(Verdict.WARN);
    assertThat(advice.message())
        .startsWith(
            "Serve the chain with CN=GeoTrust Global CA,O=GeoTrust Inc.,C=US issued by"
                + " OU=Equifax Secure Certificate Authority,O=Equifax,C=US (SHA-256"
                + " 3c35cc963eb004451323d3275d05b353235053490d9cd83729a2faf5e7ca1cc0)");
    assertThat(engine.evaluate(evaluation.serving(editOf(advice).chain())).phones())
        .isEqualTo(new PhoneCounts(10, 0, 10, 0, 0));
  }

  @Test
  void blocksEveryPhoneForRsassaPssWhateverTheRoot() {
    var root = TestPki.rootCa().signedWith(SigningAlgorithm.PSS_SHA256).mint();
    var issuer = TestPki.intermediateCa(root).signedWith(SigningAlgorithm.PSS_SHA256).mint();
    var endEntity = TestPki.endEntity(issuer).signedWith(SigningAlgorithm.PSS_SHA256).mint();
    var chain = chain(endEntity.certificate(), issuer.certificate());
    var report =
        engine.evaluate(
            evaluation(
                chain,
                null,
                TestPki.NOW,
                Policy.defaults(),
                List.of(),
                List.of(),
                group("old", "CX600", "4.0.7577.4387", 1),
                group("new", "CX600", "4.0.7577.4463", 2),
                group("tanjay", "CX700", "4.0.7577.4494", 4)));
    assertThat(report.phones()).isEqualTo(new PhoneCounts(7, 0, 0, 7, 0));
    assertThat(report.groups())
        .allSatisfy(
            group ->
                assertThat(group.findings())
                    .anyMatch(f -> f.rule().equals("SignatureAlgorithmUnsupported") && f.breaks()));
  }

  @Test
  void holdsWithoutPhonesAndNeverAllows() {
    var report = evaluate(DIGICERT, group("none", "CX600", "4.0.7577.4420", 0));
    assertThat(report.verdict()).isEqualTo(Verdict.HOLD);
    assertThat(report.gate()).isEqualTo(Gate.CLOSED);
    assertThat(report.problems()).extracting(Problem::reason).containsExactly("NoPhones");
  }

  @Test
  void holdsWhenARuleThrowsAndNamesIt() {
    var report =
        new PolicyEngine(List.of(new Throwing()))
            .evaluate(
                evaluation(
                    DIGICERT,
                    null,
                    AT,
                    Policy.defaults(),
                    List.of(),
                    List.of(),
                    group("new", "CX600", "4.0.7577.4420", 1)));
    assertThat(report.verdict()).isEqualTo(Verdict.HOLD);
    assertThat(report.problems().get(0).rule()).isEqualTo("Throwing");
    assertThat(report.problems().get(0).message())
        .isEqualTo(
            "The rule Throwing failed with IllegalStateException: broken on purpose, expected an"
                + " answer; nothing is decided until it gives one.");
  }

  @Test
  void opensForAnApprovalAndClosesWithOnePhoneMore() {
    var approval =
        new Approval(
            "accepted",
            "pool",
            DIGICERT.sha256(),
            Set.of("TrustAnchorMissing"),
            120,
            AT.plusSeconds(3600),
            "CHG0012345",
            null,
            "alice");
    var opened = approved(approval, 120);
    assertThat(opened.verdict()).isEqualTo(Verdict.BLOCK);
    assertThat(opened.gate()).isEqualTo(Gate.OPEN);
    assertThat(opened.approved()).isTrue();
    assertThat(opened.nextChange()).isEqualTo(AT.plusSeconds(3600));
    var closed = approved(approval, 121);
    assertThat(closed.gate()).isEqualTo(Gate.CLOSED);
    assertThat(closed.approvals().get(0).failingClause())
        .isEqualTo("It accepts 120 phones, 121 block.");
  }

  @Test
  void countsWhatThisRenewalChanges() {
    var report =
        engine.evaluate(
            evaluation(
                CRYPTOGRAPHY,
                DIGICERT,
                AT,
                Policy.defaults(),
                List.of(lab()),
                List.of(),
                group("cu8", "CX600", "4.0.7577.4387", 10),
                group("cu11", "CX600", "4.0.7577.4420", 3)));
    assertThat(report.changes()).isEqualTo(new Changes(0, 10, 0, 0, 3));
  }

  @Test
  void answersTheSameForTheSameInput() {
    var groups =
        new FleetGroup[] {
          group("a", "CX600", "4.0.7577.4387", 3), group("b", "CX700", "4.0.7577.4066", 4)
        };
    assertThat(evaluate(CRYPTOGRAPHY, groups)).isEqualTo(evaluate(CRYPTOGRAPHY, groups));
  }

  @Test
  void judgesRowsWithoutAModelPerFamily() {
    var report = evaluate(DIGICERT, group("agents", "", "4.0.7577.4420", 8));
    assertThat(report.phones().undetermined()).isEqualTo(8);
    assertThat(rules(report)).contains("UnknownFirmware");
    var both = evaluate(DIGICERT, group("agents", "", "4.0.7577.4387", 8));
    assertThat(both.phones().broken()).isEqualTo(8);
  }

  private RenewalReport approved(Approval approval, long phones) {
    return engine.evaluate(
        evaluation(
            DIGICERT,
            null,
            AT,
            Policy.defaults(),
            List.of(),
            List.of(approval),
            group("old", "CX600", "4.0.7577.4387", phones)));
  }

  private RenewalReport evaluate(CertificateChain chain, FleetGroup... groups) {
    return engine.evaluate(
        evaluation(chain, null, AT, Policy.defaults(), List.of(), List.of(), groups));
  }

  private static Evaluation evaluation(
      CertificateChain chain,
      @Nullable CertificateChain current,
      Instant at,
      Policy policy,
      List<FirmwareCatalog> overlays,
      List<Approval> approvals,
      FleetGroup... groups) {
    var catalogs = new ArrayList<>(PACK);
    catalogs.addAll(overlays);
    var fleet =
        new PhoneFleet(
            "desk-phones", Arrays.asList(groups), ProvisionedTrust.none(), List.of(), null);
    return new Evaluation(
        "pool",
        chain,
        current,
        List.of(),
        List.of(),
        at,
        List.of(fleet),
        new FirmwareCatalogs(catalogs),
        policy,
        approvals,
        List.of());
  }

  private static FleetGroup group(String name, String model, String firmware, long phones) {
    return new FleetGroup(
        name,
        "lync-phone-edition",
        model,
        firmware,
        phones,
        "hq",
        SignIn.UNDECLARED,
        GroupKind.IN_USE,
        null,
        false);
  }

  /** What a bench found of the algorithms, and nothing of the roots. */
  private static FirmwareCatalog algorithms() {
    return lab("");
  }

  private static FirmwareCatalog lab() {
    return lab(
        "- {trusts: geotrust-global-ca-2022, value: true, level: Observed, sources: [LAB], SCOPE}");
  }

  private static FirmwareCatalog lab(String trust) {
    String scope = "scope: {model: CX600, from: 4.0.7577.4387, to: 4.0.7577.4387}";
    String yaml =
        """
        apiVersion: ringfence.dev/v1alpha1
        kind: FirmwareCatalog
        metadata: {name: lab}
        spec:
          platform: lync-phone-edition
          priority: 10
          sources: [{id: LAB, title: One CX600 on a bench}]
          capabilities:
          TRUST
          - {capability: publicKey.rsa-4096, value: true, level: Observed, sources: [LAB], SCOPE}
          - {capability: signature.sha256WithRSAEncryption, value: true, level: Observed, sources: [LAB], SCOPE}
          certificates:
          - {id: geotrust-global-ca-2022, sha256: ff856a2d251dcd88d36656f450126798cfabaade40799c722de4d2b5db36a73a, subject: "CN=GeoTrust Global CA,O=GeoTrust Inc.,C=US", notBefore: "2002-05-21T04:00:00Z", notAfter: "2022-05-21T04:00:00Z"}
        """
            .replace("TRUST", trust)
            .replace("SCOPE", scope);
    var gathered = GATHERER.gather(yaml.getBytes(StandardCharsets.UTF_8), "lab.yaml");
    assertThat(gathered.defects()).isEmpty();
    return gathered.catalog();
  }

  private static ServedEdit editOf(Advice advice) {
    return Objects.requireNonNull(advice.edit());
  }

  private static List<String> errors(RenewalReport report) {
    return report.groups().stream()
        .flatMap(group -> group.findings().stream())
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.rule() + " " + finding.result().label())
        .distinct()
        .toList();
  }

  private static List<String> rules(RenewalReport report) {
    return report.groups().stream()
        .flatMap(group -> group.findings().stream())
        .map(Finding::rule)
        .distinct()
        .toList();
  }

  private static CertificateChain chain(Certificate... certificates) {
    return new CertificateChain(List.of(certificates));
  }

  private static CertificateChain example(String name) {
    Path file = Path.of("examples", "chains", name);
    try {
      return new CertificateChain(
          new CertificateParser(ParserLimits.doors()).parse(Files.readAllBytes(file), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Throwing implements ChainRule {
    @Override
    public RuleMetadata metadata() {
      return new RuleMetadata(
          "Throwing", "Throws.", List.of(), Category.PATH, Severity.ERROR, List.of());
    }

    @Override
    public boolean appliesTo(ChainSubject chain) {
      return true;
    }

    @Override
    public List<Observation> check(ChainSubject chain) {
      throw new IllegalStateException("broken on purpose");
    }
  }
}
