package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.catalog.Identification;
import dev.ringfence.catalog.NotPhone;
import dev.ringfence.catalog.PhoneModel;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the statements of the pack come to for real phones. */
final class LyncPhoneEditionFactsTest {
  private static final String PLATFORM = "lync-phone-edition";

  private static FirmwareCatalogs catalogs;
  private static PackFile pack;

  @BeforeAll
  static void load() throws IOException {
    var loaded = new BuiltInPacks(new CatalogGatherer()).load(Set.of(PLATFORM), List.of());
    catalogs = new FirmwareCatalogs(loaded.stream().map(GatheredCatalog::catalog).toList());
    pack = PackFile.read(PLATFORM);
  }

  @ParameterizedTest
  @CsvSource({
    "CX600,  4.0.7577.4066, Unknown",
    "CX600,  4.0.7577.4387, Unknown",
    "CX600,  4.0.7577.4414, Unknown",
    "CX600,  4.0.7577.4420, Yes Documented",
    "HP4120, 4.0.7577.4444, Yes Documented",
    "6725ip, 4.0.7577.4463, Yes Documented",
    "CX700,  3.5.6907.196,  Unknown",
    "CX700,  4.0.7577.4066, Unknown",
    "CX700,  4.0.7577.4420, Unknown",
    "CX700,  4.0.7577.4494, Unknown",
    "IP8540, 4.0.7577.4066, Unknown",
    "IP8540, 4.0.7577.4463, Unknown",
    "IP8540, 4.0.7577.4494, Unknown",
  })
  void sha256IsKnownOnlyOfAriesFromCu11On(String model, String version, String answer) {
    assertThat(answer(model, version, "signature.sha256WithRSAEncryption")).isEqualTo(answer);
  }

  @Test
  void theOpenAnswerForTheCx700NamesBothReportsAndTheDocumentation() {
    var fact =
        facts("CX700", "4.0.7577.4494").fact(new FactKey("signature.sha256WithRSAEncryption"));
    assertThat(fact.statements())
        .extracting(s -> s.value() + " " + s.level().label() + " " + s.sources())
        .containsExactlyInAnyOrder(
            "true Documented [MSINT]", "false FieldReported [SEED]", "false Inferred [SEED]");
  }

  @ParameterizedTest
  @CsvSource({
    "signature.sha1WithRSAEncryption,   Yes Inferred",
    "signature.sha384WithRSAEncryption, Unknown",
    "signature.ecdsa-with-SHA256,       Unknown",
    "signature.rsassaPss,               No Documented",
    "publicKey.rsa-2048,                Yes Inferred",
    "publicKey.rsa-4096,                Unknown",
    "path.length-4,                     Yes Inferred",
    "path.length-5,                     Unknown",
    "path.fetchesIntermediates,         Unknown",
    "path.enforcesAnchorExpiry,         Yes Documented",
    "check.dates,                       Yes Documented",
    "check.serverName,                  Yes Documented",
    "check.nameConstraints,             Unknown",
    "tls.1.2,                           No Documented",
    "provisioning.activeDirectory.UsbTether,       Yes Documented",
    "provisioning.activeDirectory.Pin,             No FieldReported",
    "provisioning.certificateWebService.Pin,       Yes Documented",
    "provisioning.certificateWebService.UsbTether, Unknown",
    "provisioning.inferCertChainFromSSL.ignoresTrustedCACerts, Yes Documented",
  })
  void factsOfAnAriesPhoneAtCu11(String key, String answer) {
    assertThat(answer("CX600", "4.0.7577.4420", key)).isEqualTo(answer);
  }

  @Test
  void theCx700TakesTrustFromTheDirectoryWithTypedCredentials() {
    assertThat(answer("CX700", "4.0.7577.4463", "provisioning.activeDirectory.Credentials"))
        .isEqualTo("Yes Documented");
    assertThat(answer("CX700", "4.0.7577.4463", "provisioning.activeDirectory.UsbTether"))
        .isEqualTo("Unknown");
    assertThat(answer("CX700", "4.0.7577.4463", "provisioning.certificateWebService.Pin"))
        .isEqualTo("No FieldReported");
  }

  @ParameterizedTest
  @CsvSource({
    "digicert-global-root-ca-2031, 4.0.7577.4387, No FieldReported",
    "digicert-global-root-ca-2031, 4.0.7577.4414, No Inferred",
    "digicert-global-root-ca-2031, 4.0.7577.4420, Yes Inferred",
    "globalsign-root-r1-2014-md5,  4.0.7577.4387, Yes FieldReported",
    "globalsign-root-r1-2028,      4.0.7577.4387, No FieldReported",
    "globalsign-root-r1-2028,      4.0.7577.4420, Unknown",
    "geotrust-global-ca-2022,      4.0.7577.4387, Unknown",
    "baltimore-cybertrust-2025,    4.0.7577.4387, Yes Inferred",
    "baltimore-cybertrust-2025,    4.0.7577.4463, Yes Inferred",
    "entrust-net-2048-2019,        4.0.7577.4387, Yes Inferred",
    "entrust-net-2048-2029,        4.0.7577.4387, Unknown",
    "isrg-root-x1-2035,            4.0.7577.4420, No FieldReported",
  })
  void membershipOfTheRebuiltStores(String certificate, String version, String answer) {
    assertThat(answer("CX600", version, "trusts." + pack.sha256Of(certificate))).isEqualTo(answer);
  }

  @Test
  void whatIsOnlyRecollectedCountsWhereThePolicyAcceptsIt() {
    var key = FactKey.trusts(pack.sha256Of("geotrust-global-ca-2022"));
    var known =
        (Identification.Known)
            catalogs.identify(PLATFORM, "CX600", "4.0.7577.4387", EvidenceLevel.RECOLLECTED);
    assertThat(known.alternatives().get(0).fact(key).isYes()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "POLYCOM/CX700, CX700",
    "polycom cx600, CX600",
    "LG-Nortel/IP8540, IP8540",
    "Aastra/6725ip, 6725ip",
    "Mitel 6725, 6725ip",
    "HP 4120, HP4120",
  })
  void inventorySpellingsNameTheirModel(String spelling, String model) {
    assertThat(catalogs.model(PLATFORM, spelling)).map(PhoneModel::id).hasValue(model);
  }

  @ParameterizedTest
  @CsvSource({"POLYCOM/C", "Microsoft/CPE", "Microsoft/CPE_A", "LG-Nortel/IP"})
  void anAmbiguousSpellingIsJudgedForBothFamilies(String spelling) {
    var known = (Identification.Known) catalogs.identify(PLATFORM, spelling, "4.0.7577.4387");
    assertThat(known.model()).isNull();
    assertThat(known.alternatives())
        .extracting(FirmwareFacts::family)
        .containsExactly("aries", "tanjay");
  }

  @ParameterizedTest
  @CsvSource({
    "UCCAPI/15.0.4420.1017 OC/15.0.4420.1017 (Microsoft Lync), true",
    "iPhoneLync/5.4.1106.0, true",
    "CPE/4.0.7423.1 OCPhone/4.0.7423.1 (Microsoft Lync 2010 (Beta) Phone Edition), false",
  })
  void otherClientsAreNoPhones(String userAgent, boolean notAPhone) {
    assertThat(catalogs.notPhoneOf(userAgent).map(NotPhone::name).isPresent()).isEqualTo(notAPhone);
  }

  @Test
  void bothBoundsOfThePathBuilderAreAsked() {
    assertThat(facts("CX600", "4.0.7577.4387").profiles())
        .containsExactly("rfc5280", "served-order");
    assertThat(facts("CX700", "4.0.7577.4494").profiles())
        .containsExactly("rfc5280", "served-order");
  }

  @Test
  void littleIsKnownOfTheSoftwareBeforeLync() {
    assertThat(answer("CX700", "3.5.6907.187", "signature.sha1WithRSAEncryption"))
        .isEqualTo("Unknown");
    assertThat(catalogs.identify(PLATFORM, "CX600", "3.5.6907.187"))
        .isInstanceOf(Identification.Unknown.class);
  }

  @Test
  void thePacksHaveNoDefectsAndNoDanglingNames() {
    assertThat(catalogs.danglingReferences()).isEmpty();
    assertThat(new BuiltInPacks(new CatalogGatherer()).pack("mozilla").defects()).isEmpty();
  }

  private static FirmwareFacts facts(String model, String version) {
    var known = (Identification.Known) catalogs.identify(PLATFORM, model, version);
    assertThat(known.alternatives()).hasSize(1);
    return known.alternatives().get(0);
  }

  private static String answer(String model, String version, String key) {
    return describe(facts(model, version).fact(new FactKey(key)));
  }

  private static String describe(Fact fact) {
    return fact.level() == null
        ? fact.answer().label()
        : fact.answer().label() + " " + fact.level().label();
  }
}
