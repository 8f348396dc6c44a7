package dev.ringfence.catalog;

import static dev.ringfence.catalog.CatalogDraft.KEY;
import static dev.ringfence.catalog.CatalogDraft.base;
import static dev.ringfence.catalog.CatalogDraft.exactly;
import static dev.ringfence.catalog.CatalogDraft.facts;
import static dev.ringfence.catalog.CatalogDraft.scope;
import static dev.ringfence.catalog.EvidenceLevel.DOCUMENTED;
import static dev.ringfence.catalog.EvidenceLevel.FIELD_REPORTED;
import static dev.ringfence.catalog.EvidenceLevel.INFERRED;
import static dev.ringfence.catalog.EvidenceLevel.OBSERVED;
import static dev.ringfence.catalog.EvidenceLevel.RECOLLECTED;
import static dev.ringfence.catalog.Scope.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds that lie between or above the listed releases, and those that lie outside. */
class UnlistedBuildsTest {
  private static final String LOWER = "4.0.7577.4387";
  private static final String BETWEEN = "4.0.7577.4400";
  private static final String UPPER = "4.0.7577.4420";
  private static final String ABOVE = "4.0.7577.4500";

  private static CatalogDraft listed() {
    return base().releases(LOWER, UPPER);
  }

  private static CatalogDraft with(
      @Nullable Boolean lower,
      EvidenceLevel lowerLevel,
      @Nullable Boolean upper,
      EvidenceLevel upperLevel) {
    return listed()
        .says(lower, lowerLevel, exactly(null, LOWER))
        .says(upper, upperLevel, exactly(null, UPPER));
  }

  @ParameterizedTest
  @CsvSource({
    "true, DOCUMENTED, true, DOCUMENTED, INFERRED, YES, INFERRED",
    "true, INFERRED, true, DOCUMENTED, INFERRED, YES, INFERRED",
    "false, DOCUMENTED, false, FIELD_REPORTED, INFERRED, NO, INFERRED",
    "true, RECOLLECTED, true, DOCUMENTED, RECOLLECTED, YES, RECOLLECTED",
    "true, DOCUMENTED, true, RECOLLECTED, RECOLLECTED, YES, RECOLLECTED",
    "true, RECOLLECTED, true, DOCUMENTED, INFERRED, UNKNOWN, ",
    "true, DOCUMENTED, false, DOCUMENTED, INFERRED, UNKNOWN, ",
    "false, DOCUMENTED, true, DOCUMENTED, INFERRED, UNKNOWN, ",
    "true, DOCUMENTED, , DOCUMENTED, INFERRED, UNKNOWN, ",
    ", DOCUMENTED, true, DOCUMENTED, INFERRED, UNKNOWN, ",
    "true, DOCUMENTED, true, DOCUMENTED, FIELD_REPORTED, UNKNOWN, ",
    "false, DOCUMENTED, false, DOCUMENTED, DOCUMENTED, UNKNOWN, ",
  })
  void betweenTwoReleasesBothHaveToSayTheSame(
      @Nullable Boolean lower,
      EvidenceLevel lowerLevel,
      @Nullable Boolean upper,
      EvidenceLevel upperLevel,
      EvidenceLevel minimum,
      Answer answer,
      @Nullable EvidenceLevel level) {
    var fact = facts(minimum, "R1", BETWEEN, with(lower, lowerLevel, upper, upperLevel)).fact(KEY);

    assertThat(fact.answer()).as(fact.why()).isEqualTo(answer);
    assertThat(fact.level()).isEqualTo(level);
    assertThat(fact.statements()).hasSize(2);
  }

  @Test
  void theReleasesOfTheOwnFamilyAreTheNeighbours() {
    var draft =
        base()
            .release(LOWER, null, null, "red")
            .release("4.0.7577.4390", null, null, "blue")
            .release("4.0.7577.4410", null, null, "blue")
            .release(UPPER, null, null, "red")
            .says(true, INFERRED, scope("red", null, null, null));

    assertThat(facts("R1", BETWEEN, draft).fact(KEY).isYes()).isTrue();
    assertThat(facts("B1", BETWEEN, draft).fact(KEY).isUnknown()).isTrue();
  }

  @Test
  void aStatementOnARangeThatCoversOnlyTheBuildIsNoFactOfItsNeighbours() {
    var fact =
        facts("R1", BETWEEN, listed().says(true, DOCUMENTED, exactly(null, BETWEEN))).fact(KEY);

    assertThat(fact.isUnknown()).isTrue();
  }

  @Test
  void anObservationOnExactlyThisModelAndBuildSettlesTheFactOfAnUnlistedBuildToo() {
    var draft = with(true, DOCUMENTED, true, DOCUMENTED);

    var between =
        draft
            .says(false, OBSERVED, exactly("R1", BETWEEN))
            .says(false, OBSERVED, exactly("R1", ABOVE));

    assertThat(facts("R1", BETWEEN, between).fact(KEY).level()).isEqualTo(OBSERVED);
    assertThat(facts("R1", BETWEEN, between).fact(KEY).isNo()).isTrue();
    assertThat(facts("R2", BETWEEN, between).fact(KEY).isYes()).isTrue();
    assertThat(facts("R1", ABOVE, between).fact(KEY).isNo()).isTrue();
  }

  @Test
  void anObservationOnANeighbourIsInferredForTheBuildBetween() {
    var draft =
        listed()
            .says(true, OBSERVED, exactly("R1", LOWER))
            .says(true, OBSERVED, exactly("R1", UPPER));

    assertThat(facts("R1", BETWEEN, draft).fact(KEY).level()).isEqualTo(INFERRED);
    assertThat(facts("R2", BETWEEN, draft).fact(KEY).isUnknown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "true, DOCUMENTED, INFERRED, YES, INFERRED",
    "true, RECOLLECTED, RECOLLECTED, YES, RECOLLECTED",
    "true, DOCUMENTED, FIELD_REPORTED, UNKNOWN, ",
    "false, DOCUMENTED, INFERRED, UNKNOWN, ",
    "false, DOCUMENTED, RECOLLECTED, UNKNOWN, ",
    ", DOCUMENTED, INFERRED, UNKNOWN, ",
  })
  void aboveTheHighestReleaseOnlyWhatIsPositiveCarriesOver(
      @Nullable Boolean value,
      EvidenceLevel level,
      EvidenceLevel minimum,
      Answer answer,
      @Nullable EvidenceLevel expected) {
    var fact = facts(minimum, "R1", ABOVE, with(true, DOCUMENTED, value, level)).fact(KEY);

    assertThat(fact.answer()).as(fact.why()).isEqualTo(answer);
    assertThat(fact.level()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "4.0.7577.4386; Version 4.0.7577.4386 of family red is below the lowest listed release of its line, 4.0.7577.4387.",
        "4.0.7576.4400; Version 4.0.7576.4400 is of another line than the listed releases of family red: 1.0.522, 4.0.7577.",
        "5.0.0.0; Version 5.0.0.0 is of another line than the listed releases of family red: 1.0.522, 4.0.7577.",
        "0.9.9.9; Version 0.9.9.9 is of another line than the listed releases of family red: 1.0.522, 4.0.7577.",
        "4.0.7577; Firmware \"4.0.7577\" is not a version, expected four numbers such as 4.0.7577.4387.",
        "4.0.7577.4387-beta; Firmware \"4.0.7577.4387-beta\" is not a version, expected four numbers such as 4.0.7577.4387.",
        "4.0.7577.9999999999; Firmware \"4.0.7577.9999999999\" is not a version, expected four numbers such as 4.0.7577.4387.",
        "''; Firmware \"\" is not a version, expected four numbers such as 4.0.7577.4387.",
      })
  void outsideTheListedLinesTheFirmwareIsUnknown(String firmware, String reason) {
    var catalogs = CatalogDraft.catalogs(listed().releases("1.0.522.*"));

    assertThat(catalogs.identify(null, "R1", firmware))
        .isEqualTo(new Identification.Unknown(reason));
  }

  @Test
  void aWholeLineIsOneRelease() {
    var draft =
        base()
            .release("1.0.522.*", null, null, "red")
            .release("1.0.522.100", null, null, "red")
            .says(true, DOCUMENTED, exactly(null, "1.0.522.100"))
            .says(false, FIELD_REPORTED, scope(null, null, null, "1.0.522.99"));

    assertThat(facts("R1", "1.0.522.7", draft).fact(KEY).isNo()).isTrue();
    assertThat(facts("R1", "1.0.522.7", draft).fact(KEY).level()).isEqualTo(FIELD_REPORTED);
    assertThat(facts("R1", "1.0.522.100", draft).fact(KEY).isYes()).isTrue();
    assertThat(facts("R1", "1.0.522.101", draft).fact(KEY).isUnknown()).isTrue();
    assertThat(facts("R1", "1.0.522.7", draft).release()).isNotNull();
  }

  @Test
  void anObservationOnAWholeLineSettlesEveryBuildOfIt() {
    var line = ReleaseVersion.parse("1.0.522.*").orElseThrow();
    var draft =
        base()
            .release("1.0.522.*", null, null, "red")
            .says(false, DOCUMENTED, ALL)
            .says(true, OBSERVED, new Scope(null, "R1", line.first(), line.last()));

    assertThat(facts("R1", "1.0.522.7", draft).fact(KEY).isYes()).isTrue();
  }

  @Test
  void theBuildBelowAnotherLineHasNeighboursOfBothLines() {
    var draft =
        base()
            .releases("4.0.7423.1", "4.0.7577.4387")
            .says(true, DOCUMENTED, exactly(null, "4.0.7423.1"))
            .says(false, DOCUMENTED, exactly(null, "4.0.7577.4387"));

    assertThat(facts("R1", "4.0.7423.9", draft).fact(KEY).isUnknown()).isTrue();
  }

  @Test
  void profilesBetweenReleasesAreThoseOfBoth() {
    var draft =
        base()
            .release(LOWER, null, null, "red")
            .profilesOfLastRelease("openssl-1.0.1")
            .release(UPPER, null, null, "red");

    assertThat(facts("R1", LOWER, draft).profiles()).containsExactly("openssl-1.0.1");
    assertThat(facts("R1", UPPER, draft).profiles()).containsExactly("rfc5280", "served-order");
    assertThat(facts("R1", BETWEEN, draft).profiles())
        .containsExactly("openssl-1.0.1", "rfc5280", "served-order");
    assertThat(facts("R1", ABOVE, draft).profiles()).containsExactly("rfc5280", "served-order");
    assertThat(facts(DOCUMENTED, "R1", UPPER, draft).profiles()).isEmpty();
    assertThat(facts(DOCUMENTED, "R1", LOWER, draft).profiles()).containsExactly("openssl-1.0.1");
  }

  @Test
  void aReleaseWithoutVersionIsListedAndNeverMatched() {
    var draft = listed().release("", "2012-08-31", null, "red");
    var catalogs = CatalogDraft.catalogs(draft);

    assertThat(catalogs.releasesOf(CatalogDraft.PLATFORM, "red"))
        .extracting(FirmwareRelease::describe)
        .containsExactly(
            "release 4.0.7577.4387 (4.0.7577.4387)",
            "release 4.0.7577.4420 (4.0.7577.4420)",
            "release ");
  }

  @Test
  void statementsBelowTheMinimumAreShownForUnlistedBuilds() {
    var fact = facts("R1", ABOVE, with(true, DOCUMENTED, true, RECOLLECTED)).fact(KEY);

    assertThat(fact.statements()).extracting(Statement::level).isEqualTo(List.of(RECOLLECTED));
  }
}
