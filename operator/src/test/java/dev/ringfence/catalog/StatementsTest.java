package dev.ringfence.catalog;

import static dev.ringfence.catalog.CatalogDraft.KEY;
import static dev.ringfence.catalog.CatalogDraft.base;
import static dev.ringfence.catalog.CatalogDraft.exactly;
import static dev.ringfence.catalog.CatalogDraft.facts;
import static dev.ringfence.catalog.CatalogDraft.scope;
import static dev.ringfence.catalog.EvidenceLevel.DOCUMENTED;
import static dev.ringfence.catalog.EvidenceLevel.FIELD_REPORTED;
import static dev.ringfence.catalog.EvidenceLevel.INFERRED;
import static dev.ringfence.catalog.EvidenceLevel.RECOLLECTED;
import static dev.ringfence.catalog.Scope.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From statements to a fact. */
class StatementsTest {
  private static final String RELEASE = "4.0.7577.4387";

  private static Fact resolve(CatalogDraft... drafts) {
    return facts("R1", RELEASE, drafts).fact(KEY);
  }

  private static CatalogDraft listed() {
    return base().releases("4.0.7577.4066", RELEASE, "4.0.7577.4420");
  }

  @Test
  void whatAgreesGivesItsValueAtTheStrongestLevel() {
    var fact =
        resolve(
            listed().says(true, INFERRED, ALL).says(true, FIELD_REPORTED, exactly("R1", RELEASE)));

    assertThat(fact.answer()).isEqualTo(Answer.YES);
    assertThat(fact.level()).isEqualTo(FIELD_REPORTED);
    assertThat(fact.statements()).hasSize(2);
    assertThat(fact.why()).isEqualTo("2 statements agree, the strongest FieldReported.");
  }

  @Test
  void whatDisagreesLeavesTheFactUnknownAndAllStatementsAreNamed() {
    var fact =
        resolve(
            listed()
                .says(true, DOCUMENTED, ALL)
                .says(false, FIELD_REPORTED, scope("red", null, null, RELEASE))
                .says(null, INFERRED, exactly("R1", RELEASE)));

    assertThat(fact.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(fact.level()).isNull();
    assertThat(fact.statements())
        .extracting(Statement::valueLabel)
        .containsExactly("true", "false", "unknown");
    assertThat(fact.why()).isEqualTo("The statements disagree: 1 for yes, 1 for no.");
  }

  @Test
  void aStatedAbsenceCountsAtItsOwnLevel() {
    var fact = resolve(listed().says(false, FIELD_REPORTED, ALL));

    assertThat(fact.answer()).isEqualTo(Answer.NO);
    assertThat(fact.level()).isEqualTo(FIELD_REPORTED);
  }

  @Test
  void nothingStatedIsUnknown() {
    var fact = resolve(listed());

    assertThat(fact.isUnknown()).isTrue();
    assertThat(fact.why()).isEqualTo("No catalog says anything about it.");
  }

  @Test
  void whatIsStatedToBeUnknownIsShownAndNeverCounts() {
    var alone = resolve(listed().says(null, DOCUMENTED, ALL));
    var besides = resolve(listed().says(null, DOCUMENTED, ALL).says(true, INFERRED, ALL));

    assertThat(alone.isUnknown()).isTrue();
    assertThat(alone.statements()).hasSize(1);
    assertThat(alone.why()).isEqualTo("It is stated to be unknown.");
    assertThat(besides.isYes()).isTrue();
    assertThat(besides.level()).isEqualTo(INFERRED);
    assertThat(besides.statements()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "RECOLLECTED, RECOLLECTED, YES",
    "RECOLLECTED, INFERRED, UNKNOWN",
    "INFERRED, INFERRED, YES",
    "INFERRED, FIELD_REPORTED, UNKNOWN",
    "FIELD_REPORTED, FIELD_REPORTED, YES",
    "FIELD_REPORTED, OBSERVED, UNKNOWN",
    "OBSERVED, OBSERVED, YES",
    "OBSERVED, DOCUMENTED, UNKNOWN",
    "DOCUMENTED, DOCUMENTED, YES",
  })
  void onlyWhatReachesTheMinimumCounts(
      EvidenceLevel level, EvidenceLevel minimum, Answer expected) {
    var fact = facts(minimum, "R1", RELEASE, listed().says(true, level, ALL)).fact(KEY);

    assertThat(fact.answer()).isEqualTo(expected);
    assertThat(fact.statements()).hasSize(1);
  }

  @Test
  void whatDoesNotReachTheMinimumContradictsNothing() {
    var fact = resolve(listed().says(true, INFERRED, ALL).says(false, RECOLLECTED, ALL));

    assertThat(fact.isYes()).isTrue();
    assertThat(fact.statements()).hasSize(2);
  }

  @Test
  void evidenceBelowTheMinimumSaysSo() {
    assertThat(resolve(listed().says(true, RECOLLECTED, ALL)).why())
        .isEqualTo("The evidence is only Recollected, expected Inferred or stronger.");
  }

  @ParameterizedTest
  @CsvSource({
    ", , , , YES",
    "red, , , , YES",
    "blue, , , , UNKNOWN",
    ", R1, , , YES",
    ", R2, , , UNKNOWN",
    "red, R1, , , YES",
    "blue, R1, , , UNKNOWN",
    ", , 4.0.7577.4387, , YES",
    ", , 4.0.7577.4388, , UNKNOWN",
    ", , , 4.0.7577.4387, YES",
    ", , , 4.0.7577.4386, UNKNOWN",
    ", , 4.0.7577.4387, 4.0.7577.4387, YES",
    ", , 3.0.0.0, 4.0.7577.5000, YES",
  })
  void aStatementAppliesWhereItsScopeSaysBothEndsIncluded(
      @Nullable String family,
      @Nullable String model,
      @Nullable String from,
      @Nullable String to,
      Answer expected) {
    var fact = resolve(listed().says(true, INFERRED, scope(family, model, from, to)));

    assertThat(fact.answer()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1, YES", "3, YES", "4, YES", "5, UNKNOWN", "6, NO", "7, NO", "16, NO"})
  void whoHandlesALongPathHandlesAShorterOneAndTheOtherWayRound(int length, Answer expected) {
    var draft =
        listed()
            .says(new FactKey("path.length-4"), true, INFERRED, ALL)
            .says(new FactKey("path.length-5"), null, INFERRED, ALL)
            .says(new FactKey("path.length-6"), false, INFERRED, ALL);

    var fact = facts("R1", RELEASE, draft).fact(FactKey.pathLength(length).orElseThrow());

    assertThat(fact.answer()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // family, model, first release: what is known of R1 with this release
    "rde, , , UNKNOWN",
    "red, R7, , UNKNOWN",
    "blue, R7, , YES",
    ", R7, 4.0.7577.4420, YES",
    ", R2, , YES",
  })
  void aScopeWithANameThatNoCatalogHasMayMeanAnyOfThem(
      @Nullable String family, @Nullable String model, @Nullable String from, Answer expected) {
    var draft =
        listed()
            .says(true, DOCUMENTED, ALL)
            .says(false, INFERRED, scope(family, model, from, null));

    assertThat(resolve(draft).answer()).isEqualTo(expected);
  }

  @Test
  void aReleaseOfAFamilyThatNoCatalogHasMayBeOfAny() {
    var draft =
        base()
            .releases("4.0.7577.4066", "4.0.7577.4420")
            .release("4.0.7577.4100", null, null, "rde")
            .says(true, DOCUMENTED, ALL);

    assertThat(facts("R1", "4.0.7577.4066", draft).fact(KEY).isYes()).isTrue();
    assertThat(facts("R1", "4.0.7577.4100", draft).fact(KEY).isUnknown()).isTrue();
    assertThat(resolve(draft).isUnknown()).isTrue();
  }

  @Test
  void aReleaseWithADefectHasNoFacts() {
    var draft =
        base()
            .release("4.0.7577.4066", null, null, "red")
            .release(RELEASE, null, null, DOCUMENTED, true, "red")
            .release("4.0.7577.4420", null, null, "red")
            .says(true, DOCUMENTED, ALL);

    assertThat(facts("R1", RELEASE, draft).fact(KEY).isUnknown()).isTrue();
    assertThat(facts("R1", RELEASE, draft).profiles()).isEmpty();
    assertThat(facts("R1", "4.0.7577.4390", draft).fact(KEY).isUnknown()).isTrue();
    assertThat(facts("R1", "4.0.7577.4420", draft).fact(KEY).isYes()).isTrue();
  }

  @Test
  void eachFactIsResolvedOnce() {
    var facts = facts("R1", RELEASE, listed().says(true, INFERRED, ALL));

    assertThat(facts.fact(KEY)).isSameAs(facts.fact(new FactKey(KEY.id())));
  }

  @Test
  void aQuestionLooksAtTheStatementsOnItsKeyAlone() {
    var draft = listed().says(true, INFERRED, ALL);
    for (int bits = 1024; bits < 6024; bits++) {
      draft.says(new FactKey("publicKey.rsa-" + bits), true, INFERRED, ALL);
    }
    var index =
        new StatementIndex(
            CatalogDraft.PLATFORM, List.of(draft.build()), Set.of("red"), Set.of("R1"));

    assertThat(index.on(KEY)).hasSize(1);
    assertThat(index.on(new FactKey("publicKey.rsa-2048"))).hasSize(1);
    assertThat(index.keys()).hasSize(5001);
  }
}
