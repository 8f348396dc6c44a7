package dev.ringfence.catalog;

import static dev.ringfence.catalog.CatalogDraft.KEY;
import static dev.ringfence.catalog.CatalogDraft.base;
import static dev.ringfence.catalog.CatalogDraft.exactly;
import static dev.ringfence.catalog.CatalogDraft.facts;
import static dev.ringfence.catalog.CatalogDraft.overlay;
import static dev.ringfence.catalog.CatalogDraft.scope;
import static dev.ringfence.catalog.EvidenceLevel.DOCUMENTED;
import static dev.ringfence.catalog.EvidenceLevel.FIELD_REPORTED;
import static dev.ringfence.catalog.EvidenceLevel.INFERRED;
import static dev.ringfence.catalog.EvidenceLevel.OBSERVED;
import static dev.ringfence.catalog.EvidenceLevel.RECOLLECTED;
import static dev.ringfence.catalog.Scope.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which statements an overlay replaces, and in which order overlays lie. */
class OverlaysTest {
  private static final String RELEASE = "4.0.7577.4387";

  private static Fact resolve(CatalogDraft... drafts) {
    return facts("R1", RELEASE, drafts).fact(KEY);
  }

  private static CatalogDraft listed() {
    return base().releases("4.0.7577.4066", RELEASE, "4.0.7577.4420");
  }

  @Test
  void sameScopeInOneCatalogStandsSideBySide() {
    var agreeing = resolve(listed().says(true, INFERRED, ALL).says(true, DOCUMENTED, ALL));
    var contradicting =
        resolve(listed().says(true, DOCUMENTED, ALL).says(false, FIELD_REPORTED, ALL));

    assertThat(agreeing.level()).isEqualTo(DOCUMENTED);
    assertThat(contradicting.isUnknown()).isTrue();
  }

  @Test
  void anOverlayReplacesTheStatementsOfItsExactScope() {
    var below = listed().says(true, DOCUMENTED, ALL).says(true, INFERRED, ALL);

    var fact =
        resolve(below, overlay("lab", 10).says(false, RECOLLECTED, ALL).says(false, INFERRED, ALL));

    assertThat(fact.isNo()).isTrue();
    assertThat(fact.statements()).extracting(Statement::catalog).containsOnly("lab");
  }

  @Test
  void anOverlayWithAnotherScopeContradictsInsteadOfReplacing() {
    var fact =
        resolve(
            listed().says(true, DOCUMENTED, ALL),
            overlay("lab", 10).says(false, INFERRED, scope("red", null, null, null)));

    assertThat(fact.isUnknown()).isTrue();
    assertThat(fact.statements()).hasSize(2);
  }

  @Test
  void anOverlayThatStatesUnknownTakesTheFactAway() {
    var fact =
        resolve(listed().says(true, DOCUMENTED, ALL), overlay("lab", 10).says(null, OBSERVED, ALL));

    assertThat(fact.isUnknown()).isTrue();
    assertThat(fact.why()).isEqualTo("It is stated to be unknown.");
  }

  @ParameterizedTest
  @CsvSource({
    // priority of a, of z, and whose word counts: a says yes, z says no
    "1, 2, NO",
    "2, 1, YES",
    "1, 1, NO",
  })
  void overlaysOrderByPriorityThenName(int ofA, int ofZ, Answer expected) {
    var fact =
        resolve(
            overlay("z", ofZ).says(false, INFERRED, ALL),
            listed(),
            overlay("a", ofA).says(true, INFERRED, ALL));

    assertThat(fact.answer()).isEqualTo(expected);
  }

  @Test
  void whatComesWithTheProgramLiesBelowEverythingElse() {
    var builtIn = listed().says(true, DOCUMENTED, ALL).build().asBuiltIn();
    var lab = overlay("a-lab", -5).says(false, INFERRED, ALL).build();

    var found = new FirmwareCatalogs(List.of(builtIn, lab)).identify(null, "R1", RELEASE);

    assertThat(((Identification.Known) found).alternatives().get(0).fact(KEY).isNo()).isTrue();
  }

  @Test
  void anEntryWithADefectMakesItsFactUnknownWhereItMayApply() {
    var below =
        listed()
            .says(true, DOCUMENTED, ALL)
            .says(true, OBSERVED, exactly("R1", RELEASE))
            .cannotSay(KEY, scope("red", null, null, "4.0.7577.4387"));

    assertThat(resolve(below).isUnknown()).isTrue();
    assertThat(resolve(below).why())
        .isEqualTo("The entry spec.capabilities[0] of catalog base is about it and has a defect.");
    assertThat(facts("R1", "4.0.7577.4420", below).fact(KEY).isYes()).isTrue();
  }

  @Test
  void anOverlayOfTheSameScopeReplacesAnEntryWithADefect() {
    var fact = resolve(listed().cannotSay(KEY, ALL), overlay("lab", 1).says(true, INFERRED, ALL));

    assertThat(fact.isYes()).isTrue();
  }

  @Test
  void anOverlaysEntryWithADefectReplacesWhatItMeantToReplace() {
    var fact = resolve(listed().says(true, INFERRED, ALL), overlay("lab", 1).cannotSay(KEY, ALL));

    assertThat(fact.isUnknown()).isTrue();
  }
}
