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
import static dev.ringfence.catalog.Scope.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an observation settles. */
class ObservationsTest {
  private static final String RELEASE = "4.0.7577.4387";

  private static Fact resolve(CatalogDraft... drafts) {
    return facts("R1", RELEASE, drafts).fact(KEY);
  }

  private static CatalogDraft listed() {
    return base().releases("4.0.7577.4066", RELEASE, "4.0.7577.4420");
  }

  @Test
  void anObservationOnExactlyThisModelAndReleaseSettlesTheFact() {
    var fact =
        resolve(
            listed()
                .says(false, DOCUMENTED, ALL)
                .says(true, OBSERVED, exactly("R1", RELEASE))
                .says(false, DOCUMENTED, exactly("R1", RELEASE)));

    assertThat(fact.isYes()).isTrue();
    assertThat(fact.level()).isEqualTo(OBSERVED);
    assertThat(fact.statements()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    ", R1, 4.0.7577.4387, 4.0.7577.4420",
    ", R1, 4.0.7577.4387, ",
    ", , 4.0.7577.4387, 4.0.7577.4387",
    "red, , 4.0.7577.4387, 4.0.7577.4387",
    ", R1, , ",
  })
  void anyOtherObservationIsOneStatementAmongOthers(
      @Nullable String family, @Nullable String model, @Nullable String from, @Nullable String to) {
    var fact =
        resolve(
            listed()
                .says(false, FIELD_REPORTED, ALL)
                .says(true, OBSERVED, scope(family, model, from, to)));

    assertThat(fact.isUnknown()).isTrue();
  }

  @Test
  void observationsThatContradictEachOtherSettleNothing() {
    var fact =
        resolve(
            listed()
                .says(true, OBSERVED, exactly("R1", RELEASE))
                .says(false, OBSERVED, exactly("R1", RELEASE))
                .says(true, DOCUMENTED, ALL));

    assertThat(fact.isUnknown()).isTrue();
    assertThat(fact.statements()).hasSize(2);
  }

  @Test
  void anObservationBelowTheMinimumSettlesNothing() {
    var fact =
        facts(
                DOCUMENTED,
                "R1",
                RELEASE,
                listed().says(true, OBSERVED, exactly("R1", RELEASE)).says(false, DOCUMENTED, ALL))
            .fact(KEY);

    assertThat(fact.isNo()).isTrue();
  }

  @Test
  void anObservationThatIsStatedUnknownSettlesNothing() {
    var fact =
        resolve(listed().says(null, OBSERVED, exactly("R1", RELEASE)).says(true, INFERRED, ALL));

    assertThat(fact.isYes()).isTrue();
  }
}
