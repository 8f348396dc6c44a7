package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.catalog.Answer;
import dev.ringfence.catalog.CatalogCertificate;
import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.catalog.FirmwareRelease;
import dev.ringfence.catalog.Identification;
import dev.ringfence.catalog.Source;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInPacksTest {
  private static final BuiltInPacks PACKS = new BuiltInPacks(new CatalogGatherer());

  static Set<String> names() {
    return BuiltInPacks.names();
  }

  private static FirmwareCatalogs lync() {
    return new FirmwareCatalogs(
        PACKS.load(Set.of("lync-phone-edition"), List.of()).stream()
            .map(GatheredCatalog::catalog)
            .toList());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyPackLoadsWithoutAnyDefect(String name) {
    var pack = PACKS.pack(name);

    assertThat(pack.defects()).isEmpty();
    assertThat(pack.catalog().name()).isEqualTo(name);
    assertThat(pack.catalog().damagedStatements()).isEmpty();
    assertThat(new FirmwareCatalogs(List.of(pack.catalog())).danglingReferences()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theFormThatTheBuildMadeSaysWhatTheYamlSays(String name) throws IOException {
    try (var yaml = BuiltInPacks.class.getResourceAsStream("/catalog/" + name + ".yaml")) {
      var written = new CatalogGatherer().gather(yaml.readAllBytes(), name);

      assertThat(PACKS.pack(name).sha256()).isEqualTo(written.sha256());
      assertThat(PACKS.pack(name).catalog()).isEqualTo(written.catalog().asBuiltIn());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everythingWithALevelNamesItsSources(String name) {
    var catalog = PACKS.pack(name).catalog();
    var known = catalog.sources().stream().map(Source::id).collect(Collectors.toSet());

    var cited =
        Stream.of(
                catalog.statements().stream().map(statement -> statement.sources()),
                catalog.releases().stream().map(release -> release.sources()),
                catalog.families().stream().map(family -> family.sources()),
                catalog.models().stream().map(model -> model.sources()),
                catalog.upgrades().stream().map(step -> step.sources()),
                catalog.notPhones().stream().map(device -> device.sources()),
                catalog.trustStores().stream()
                    .flatMap(store -> store.entries().stream())
                    .map(entry -> entry.sources()))
            .flatMap(sources -> sources)
            .toList();

    assertThat(cited).isNotEmpty().allSatisfy(sources -> assertThat(sources).isNotEmpty());
    assertThat(known).containsAll(cited.stream().flatMap(List::stream).collect(Collectors.toSet()));
  }

  @Test
  void trustStoresAreReadOnlyWhenACatalogRefersToOne() {
    var packs = new BuiltInPacks(new CatalogGatherer());
    var plain = overlayWithStore("own");
    var dated = overlayWithStore("mozilla/2018-01-18");

    assertThat(packs.load(Set.of("lync-phone-edition"), List.of(plain)))
        .extracting(pack -> pack.catalog().name())
        .containsExactly("lync-phone-edition");
    assertThat(packs.load(Set.of("lync-phone-edition"), List.of(dated)))
        .extracting(pack -> pack.catalog().name())
        .containsExactly("lync-phone-edition", "mozilla");
    assertThat(packs.load(Set.of(), List.of(overlayWithStore("certifi/2018.1.18"))))
        .extracting(pack -> pack.catalog().name())
        .containsExactly("mozilla");
  }

  @Test
  void aPackThatDoesNotExistIsRefusedByName() {
    assertThatThrownBy(() -> PACKS.load(Set.of("cisco"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There is no built-in catalog \"cisco\", expected one of lync-phone-edition, mozilla.");
  }

  @Test
  void aReleaseWithADatedStoreHoldsWhatThatStoreListsAndNothingElse() {
    var overlay = overlayWithStore("mozilla/2018-01-18");
    var catalogs =
        new FirmwareCatalogs(
            Stream.concat(
                    PACKS.load(Set.of("lync-phone-edition"), List.of(overlay)).stream()
                        .map(GatheredCatalog::catalog),
                    Stream.of(overlay))
                .toList());
    var facts = only(catalogs.identify("sample", "P1", "1.2.3.4"));
    var listed =
        PACKS.pack("mozilla").catalog().trustStores().stream()
            .filter(store -> store.name().equals("mozilla/2018-01-18"))
            .flatMap(store -> store.entries().stream())
            .map(entry -> entry.sha256())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(facts.storeComplete()).isTrue();
    assertThat(
            catalogs.certificates().stream()
                .filter(certificate -> !facts.trusts(certificate).isNo())
                .map(certificate -> certificate.sha256()))
        .containsExactlyElementsOf(listed);
    assertThat(listed).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({
    // The article's chain: its root came with CU11.
    "CX600, 4.0.7577.4387, digicert-global-root-ca-2031, NO",
    "CX600, 4.0.7577.4414, digicert-global-root-ca-2031, NO",
    "CX600, 4.0.7577.4420, digicert-global-root-ca-2031, YES",
    // Between CU10, which lacks it, and CU11, which has it.
    "CX600, 4.0.7577.4418, digicert-global-root-ca-2031, UNKNOWN",
    // The copy that expired in 2014 is in, the other copy of the same key is not.
    "CX600, 4.0.7577.4387, globalsign-root-r1-2014-md5, YES",
    "CX600, 4.0.7577.4387, globalsign-root-r1-2028, NO",
    // Recollected only.
    "CX600, 4.0.7577.4387, geotrust-global-ca-2022, UNKNOWN",
    // Made in 2015, after CU12 of April 2014.
    "CX600, 4.0.7577.4444, isrg-root-x1-2035, NO",
    // The store of later releases is not known to be complete.
    "CX600, 4.0.7577.4444, digicert-assured-id-root-ca-2031, UNKNOWN",
  })
  void theLyncPackSaysWhichRootsAReleaseHolds(
      String model, String firmware, String certificate, Answer expected) {
    var catalogs = lync();
    var root =
        catalogs.catalogs().get(0).certificates().stream()
            .filter(known -> known.id().equals(certificate))
            .map(CatalogCertificate::certificate)
            .findFirst()
            .orElseThrow();

    assertThat(root).isNotNull();
    var fact = only(catalogs.identify(null, model, firmware)).trusts(root);

    assertThat(fact.answer()).as(fact.why()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "CX600, 4.0.7577.4420, signature.sha256WithRSAEncryption, YES",
    "CX600, 4.0.7577.4387, signature.sha256WithRSAEncryption, UNKNOWN",
    "CX700, 4.0.7577.4494, signature.sha256WithRSAEncryption, UNKNOWN",
    "CX600, 4.0.7577.4387, signature.rsassaPss, NO",
    "CX600, 4.0.7577.4387, signature.sha1WithRSAEncryption, YES",
    "CX600, 4.0.7577.4387, publicKey.rsa-2048, YES",
    "CX600, 4.0.7577.4387, publicKey.rsa-4096, UNKNOWN",
    "CX600, 4.0.7577.4387, path.length-4, YES",
    "CX600, 4.0.7577.4387, path.length-5, UNKNOWN",
    "CX600, 4.0.7577.4387, path.fetchesIntermediates, UNKNOWN",
  })
  void theLyncPackSaysWhatAReleaseVerifies(
      String model, String firmware, String key, Answer expected) {
    Fact fact = only(lync().identify(null, model, firmware)).fact(new FactKey(key));

    assertThat(fact.answer()).as(fact.why()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "POLYCOM/CX600, 4.0.7577.4444, CX600",
    "aastra/6725IP, 4.0.7577.4444, 6725ip",
    "CX700, 1.0.522.98, CX700",
    "CX700, 3.5.6907.187, CX700",
  })
  void theLyncPackKnowsSpellingsAndOldLines(String model, String firmware, String id) {
    assertThat(only(lync().identify(null, model, firmware)).model()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "CX600, 4.0.7577.4000",
    "CX600, 5.0.0.1",
    "CX600, 3.5.6907.187",
    "CX600, unknown",
    "VVX500, 5.9.7.47435",
  })
  void whatTheLyncPackDoesNotListIsUnknownFirmware(String model, String firmware) {
    assertThat(lync().identify(null, model, firmware)).isInstanceOf(Identification.Unknown.class);
  }

  private static FirmwareFacts only(Identification found) {
    assertThat(found).isInstanceOf(Identification.Known.class);
    var alternatives = ((Identification.Known) found).alternatives();
    assertThat(alternatives).hasSize(1);
    return alternatives.get(0);
  }

  private static FirmwareCatalog overlayWithStore(String store) {
    var release =
        new FirmwareRelease(
            "first",
            dev.ringfence.catalog.ReleaseVersion.parse("1.2.3.4").orElseThrow(),
            null,
            null,
            List.of("family"),
            store,
            List.of("rfc5280"),
            EvidenceLevel.DOCUMENTED,
            List.of("LAB"),
            null,
            false);
    var model =
        new dev.ringfence.catalog.PhoneModel(
            "P1", "family", null, List.of(), null, EvidenceLevel.DOCUMENTED, List.of("LAB"), null);
    return new FirmwareCatalog(
        "sample",
        "sample",
        null,
        10,
        List.of(),
        List.of(),
        List.of(model),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(release),
        List.of(),
        List.of());
  }
}
