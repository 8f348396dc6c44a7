package dev.ringfence.catalog;

import static dev.ringfence.catalog.CatalogDraft.KEY;
import static dev.ringfence.catalog.CatalogDraft.PLATFORM;
import static dev.ringfence.catalog.CatalogDraft.base;
import static dev.ringfence.catalog.CatalogDraft.catalogs;
import static dev.ringfence.catalog.CatalogDraft.exactly;
import static dev.ringfence.catalog.CatalogDraft.facts;
import static dev.ringfence.catalog.CatalogDraft.overlay;
import static dev.ringfence.catalog.CatalogDraft.scope;
import static dev.ringfence.catalog.EvidenceLevel.DOCUMENTED;
import static dev.ringfence.catalog.EvidenceLevel.FIELD_REPORTED;
import static dev.ringfence.catalog.EvidenceLevel.INFERRED;
import static dev.ringfence.catalog.EvidenceLevel.OBSERVED;
import static dev.ringfence.catalog.Scope.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fleet means by a platform, a model and a firmware. */
class IdentificationTest {
  private static final String RELEASE = "4.0.7577.4387";

  private static CatalogDraft both() {
    return base().release(RELEASE, null, null, "red", "blue");
  }

  private static Identification.Known known(Identification found) {
    assertThat(found).isInstanceOf(Identification.Known.class);
    return (Identification.Known) found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"R1", "r1", " R1 ", "VENDOR/R1", "vendor/r1"})
  void aModelIsFoundByIdAndAliasInAnyCase(String text) {
    var found = known(catalogs(both()).identify(null, text, RELEASE));

    assertThat(found.platform()).isEqualTo(PLATFORM);
    assertThat(found.model()).isNotNull().extracting(PhoneModel::id).isEqualTo("R1");
    assertThat(found.alternatives())
        .singleElement()
        .satisfies(facts -> assertThat(facts.family()).isEqualTo("red"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "VENDOR/R"})
  void anUnknownModelIsJudgedForEachFamilyOfThePlatform(String text) {
    var found = known(catalogs(both()).identify(null, text, RELEASE));

    assertThat(found.model()).isNull();
    assertThat(found.alternatives())
        .extracting(FirmwareFacts::family)
        .containsExactly("blue", "red");
  }

  @Test
  void aFamilyThatListsNothingOfTheLineIsNoAlternative() {
    var draft = both().release("1.0.522.*", null, null, "blue");

    assertThat(known(catalogs(draft).identify(PLATFORM, "", "1.0.522.9")).alternatives())
        .extracting(FirmwareFacts::family)
        .containsExactly("blue");
  }

  @Test
  void aFamilyWhoseReleasesAreAllHigherLeavesTheFirmwareUnknown() {
    var draft = both().release("4.0.7577.4000", null, null, "blue");

    assertThat(catalogs(draft).identify(PLATFORM, "", "4.0.7577.4100"))
        .isEqualTo(
            new Identification.Unknown(
                "Version 4.0.7577.4100 of family red is below the lowest listed release of its line,"
                    + " 4.0.7577.4387."));
  }

  @Test
  void aLineThatNoFamilyListsIsUnknown() {
    assertThat(catalogs(both()).identify(null, "", "9.9.9.9"))
        .isEqualTo(
            new Identification.Unknown(
                "Version 9.9.9.9 is of a line that no family of platform sample lists."));
  }

  @Test
  void aPlatformThatNoCatalogKnowsIsUnknown() {
    assertThat(catalogs(both()).identify("other", "R1", RELEASE))
        .isEqualTo(
            new Identification.Unknown("Platform \"other\" is in no catalog, known are: sample."));
  }

  @Test
  void foreignTextIsShownShortAndWithoutControlCharacters() {
    var found = catalogs(both()).identify(null, "R1", "\u001b[2J" + "9".repeat(500));

    assertThat(((Identification.Unknown) found).reason())
        .doesNotContain("\u001b")
        .hasSizeLessThan(200);
  }

  @ParameterizedTest
  @CsvSource({
    // the family says, R1 alone says: what a red phone of unknown model gets
    "true, , YES",
    "true, true, YES",
    "true, false, UNKNOWN",
    "false, true, UNKNOWN",
    "false, false, NO",
    ", true, UNKNOWN",
    ", false, UNKNOWN",
  })
  void forAnUnknownModelWhatIsSaidOfOneModelMayApply(
      @Nullable Boolean family, @Nullable Boolean model, Answer expected) {
    var draft = base().release(RELEASE, null, null, "red");
    if (family != null) {
      draft.says(family, INFERRED, ALL);
    }
    if (model != null) {
      draft.says(model, OBSERVED, exactly("R1", RELEASE));
    }

    assertThat(facts("", RELEASE, draft).fact(KEY).answer()).isEqualTo(expected);
  }

  @Test
  void forAnUnknownModelAgreementHasTheWeakestLevel() {
    var draft =
        base()
            .release(RELEASE, null, null, "red")
            .says(true, DOCUMENTED, ALL)
            .says(true, OBSERVED, exactly("R1", RELEASE));

    var fact = facts("", RELEASE, draft).fact(KEY);

    assertThat(fact.level()).isEqualTo(OBSERVED);
    assertThat(fact.statements()).hasSize(2);
  }

  @Test
  void forAnUnknownModelAnotherFamilysModelsDoNotMatter() {
    var draft =
        both().says(true, INFERRED, ALL).says(false, INFERRED, scope(null, "B1", null, null));

    var found = known(catalogs(draft).identify(null, "", RELEASE));

    assertThat(found.alternatives())
        .extracting(facts -> facts.fact(KEY).answer())
        .containsExactly(Answer.UNKNOWN, Answer.YES);
  }

  @Test
  void aModelThatNoCatalogListsMayBeOfAnyFamily() {
    var draft =
        both().says(true, INFERRED, ALL).says(false, INFERRED, scope(null, "X9", null, null));

    var found = known(catalogs(draft).identify(null, "", RELEASE));

    assertThat(found.alternatives())
        .extracting(facts -> facts.fact(KEY).answer())
        .containsExactly(Answer.UNKNOWN, Answer.UNKNOWN);
  }

  @Test
  void whatIsNoPhoneIsToldByItsModelOrUserAgent() {
    var catalogs =
        catalogs(both().notPhone("UCCAPI/", null).notPhone(null, "Console").notPhone(null, "R1"));

    assertThat(catalogs.identify(null, "console", "any"))
        .isEqualTo(new Identification.NotAPhone("desktop client"));
    assertThat(catalogs.identify(null, "R1", RELEASE)).isInstanceOf(Identification.Known.class);
    assertThat(catalogs.notPhoneOf("UCCAPI/15.0.4420.1017 OC/15.0.4420.1017")).isPresent();
    assertThat(catalogs.notPhoneOf("CPE/4.0.7577.4387 UCCAPI/")).isEmpty();
  }

  @Test
  void phonesOfOneModelAndBuildHaveOneKeyHoweverTheyAreSpelled() {
    var draft = both().model("R3", "red");

    assertThat(facts("r2", RELEASE, draft).key()).isEqualTo(facts("R2", RELEASE, draft).key());
    assertThat(facts("R3", RELEASE, draft).key()).isNotEqualTo(facts("R2", RELEASE, draft).key());
    assertThat(facts("B1", RELEASE, draft).key()).isNotEqualTo(facts("R2", RELEASE, draft).key());
    assertThat(known(catalogs(draft).identify(null, "", RELEASE)).alternatives())
        .extracting(FirmwareFacts::key)
        .doesNotContain(facts("R2", RELEASE, draft).key());
  }

  @Test
  void anOverlayReplacesModelsAndReleasesByNameAndVersion() {
    var overlay =
        overlay("lab", 1)
            .model("R1", "blue", "NEW/R1")
            .release(RELEASE, "2013-04-30", null, "blue");

    var catalogs = catalogs(both(), overlay);

    assertThat(catalogs.model(PLATFORM, "new/r1"))
        .get()
        .extracting(PhoneModel::family)
        .isEqualTo("blue");
    assertThat(catalogs.model(PLATFORM, "VENDOR/R1"))
        .get()
        .extracting(PhoneModel::family)
        .isEqualTo("blue");
    assertThat(catalogs.releasesOf(PLATFORM, "blue"))
        .singleElement()
        .satisfies(release -> assertThat(release.latest()).isNotNull());
    assertThat(catalogs.releasesOf(PLATFORM, "red"))
        .singleElement()
        .satisfies(release -> assertThat(release.latest()).isNull());
  }

  @Test
  void aModelOfTwoPlatformsNeedsThePlatform() {
    var other =
        new FirmwareCatalog(
            "other",
            "other",
            null,
            0,
            List.of(),
            both().build().families(),
            both().build().models(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            both().build().releases(),
            List.of(),
            List.of());
    var catalogs = new FirmwareCatalogs(List.of(both().build(), other));

    assertThat(catalogs.identify(null, "R1", RELEASE))
        .isEqualTo(
            new Identification.Unknown(
                "Firmware 4.0.7577.4387 of model \"R1\" is listed for 2 platforms, expected one: name"
                    + " the platform."));
    assertThat(known(catalogs.identify("other", "R1", RELEASE)).platform()).isEqualTo("other");
  }

  @Test
  void referencesThatNoCatalogDefinesAreNamed() {
    var draft =
        base()
            .model("R9", "green")
            .release(RELEASE, null, "missing", "red", "gray")
            .says(true, FIELD_REPORTED, scope("violet", "X9", null, null));

    assertThat(catalogs(draft).danglingReferences())
        .extracting(CatalogDefect::toString)
        .containsExactly(
            "base, spec.models[R9].family: Expected a family that a catalog defines (blue, red), found"
                + " green.",
            "base, spec.releases[release 4.0.7577.4387 (4.0.7577.4387)].families: Expected a family that"
                + " a catalog defines (blue, red), found gray.",
            "base, spec.releases[release 4.0.7577.4387 (4.0.7577.4387)].trustStore: Expected a trust"
                + " store that a catalog defines (there is none), found missing.",
            "base, spec.capabilities[signature.sha256WithRSAEncryption].scope.family: Expected a family"
                + " that a catalog defines (blue, red), found violet.",
            "base, spec.capabilities[signature.sha256WithRSAEncryption].scope.model: Expected a model"
                + " that a catalog defines (B1, R1, R2, R9), found X9.");
  }
}
