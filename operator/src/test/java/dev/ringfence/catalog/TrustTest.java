package dev.ringfence.catalog;

import static dev.ringfence.catalog.CatalogDraft.base;
import static dev.ringfence.catalog.CatalogDraft.entry;
import static dev.ringfence.catalog.CatalogDraft.exactly;
import static dev.ringfence.catalog.CatalogDraft.facts;
import static dev.ringfence.catalog.CatalogDraft.overlay;
import static dev.ringfence.catalog.CatalogDraft.sha256;
import static dev.ringfence.catalog.CatalogDraft.trusts;
import static dev.ringfence.catalog.EvidenceLevel.DOCUMENTED;
import static dev.ringfence.catalog.EvidenceLevel.FIELD_REPORTED;
import static dev.ringfence.catalog.EvidenceLevel.INFERRED;
import static dev.ringfence.catalog.EvidenceLevel.OBSERVED;
import static dev.ringfence.catalog.EvidenceLevel.RECOLLECTED;
import static dev.ringfence.catalog.Scope.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a build's store holds a certificate. */
class TrustTest {
  private static final String RELEASE = "4.0.7577.4387";

  /** One release of family red with the store "legacy". */
  private static CatalogDraft with(@Nullable Boolean complete, StoreEntry... entries) {
    return base()
        .release(RELEASE, null, "legacy", "red")
        .store("legacy", complete, FIELD_REPORTED, entries);
  }

  private static Fact trust(char digit, CatalogDraft... drafts) {
    return facts("R1", RELEASE, drafts).fact(trusts(digit));
  }

  @Test
  void anEntryIsAStatementOnTheReleasesThatReferToTheStore() {
    var draft =
        with(false, entry('a', true, INFERRED), entry('b', false, FIELD_REPORTED))
            .release("4.0.7577.4420", null, "other", "red")
            .store("other", false, INFERRED);

    assertThat(trust('a', draft).isYes()).isTrue();
    assertThat(trust('a', draft).level()).isEqualTo(INFERRED);
    assertThat(trust('a', draft).statements())
        .extracting(Statement::scope)
        .containsExactly(exactly(null, RELEASE));
    assertThat(trust('b', draft).isNo()).isTrue();
    assertThat(trust('b', draft).level()).isEqualTo(FIELD_REPORTED);
    assertThat(facts("R1", "4.0.7577.4420", draft).fact(trusts('a')).isUnknown()).isTrue();
  }

  @Test
  void anEntryIsNoBetterSupportedThanTheReleaseThatRefersToIt() {
    var draft =
        base()
            .release(RELEASE, null, "legacy", INFERRED, false, "red")
            .store("legacy", true, DOCUMENTED, entry('a', true, DOCUMENTED));

    assertThat(trust('a', draft).level()).isEqualTo(INFERRED);
    assertThat(trust('b', draft).level()).isEqualTo(INFERRED);
  }

  @ParameterizedTest
  @CsvSource({"true, NO", "false, UNKNOWN", ", UNKNOWN"})
  void onlyACompleteStoreProvesAbsence(@Nullable Boolean complete, Answer expected) {
    var draft = with(complete, entry('a', true, INFERRED));

    assertThat(trust('b', draft).answer()).isEqualTo(expected);
    assertThat(facts("R1", RELEASE, draft).storeComplete()).isEqualTo(expected == Answer.NO);
  }

  @Test
  void completenessCountsAtTheLevelOfTheStore() {
    var draft = with(true, entry('a', true, DOCUMENTED));

    assertThat(trust('b', draft).level()).isEqualTo(FIELD_REPORTED);
    assertThat(facts(OBSERVED, "R1", RELEASE, draft).fact(trusts('b')).isUnknown()).isTrue();
    assertThat(facts(OBSERVED, "R1", RELEASE, draft).storeComplete()).isFalse();
    assertThat(facts(OBSERVED, "R1", RELEASE, draft).fact(trusts('a')).isYes()).isTrue();
  }

  @Test
  void aCompleteStoreSaysNothingOfWhatItListsAsUnknown() {
    var draft = with(true, entry('a', null, DOCUMENTED), entry('b', true, RECOLLECTED));

    assertThat(trust('a', draft).isUnknown()).isTrue();
    assertThat(trust('b', draft).isUnknown()).isTrue();
  }

  @Test
  void aStatementOnTrustAndAStoreHaveToAgree() {
    var complete = with(true, entry('a', true, INFERRED)).says(trusts('b'), true, DOCUMENTED, ALL);
    var denied = with(false, entry('a', true, INFERRED)).says(trusts('a'), false, DOCUMENTED, ALL);
    var agreed = with(false, entry('a', true, INFERRED)).says(trusts('a'), true, DOCUMENTED, ALL);

    assertThat(trust('b', complete).isUnknown()).isTrue();
    assertThat(trust('b', complete).statements()).hasSize(2);
    assertThat(trust('a', denied).isUnknown()).isTrue();
    assertThat(trust('a', agreed).level()).isEqualTo(DOCUMENTED);
  }

  @Test
  void anObservationSettlesTrustAgainstStoreAndDates() {
    var draft =
        base()
            .certificate('a', "2020-01-01T00:00:00Z")
            .release(RELEASE, "2013-04-30", "legacy", "red")
            .store("legacy", true, DOCUMENTED)
            .says(trusts('a'), true, OBSERVED, exactly("R1", RELEASE));

    assertThat(trust('a', draft).isYes()).isTrue();
    assertThat(facts("R2", RELEASE, draft).fact(trusts('a')).isNo()).isTrue();
  }

  @Test
  void anOverlayReplacesTheEntryOfAReleaseByAStatementOnExactlyThatRelease() {
    var below = with(false, entry('a', true, INFERRED));

    assertThat(
            trust(
                    'a',
                    below,
                    overlay("lab", 1).says(trusts('a'), false, INFERRED, exactly(null, RELEASE)))
                .isNo())
        .isTrue();
    assertThat(
            trust('a', below, overlay("lab", 1).says(trusts('a'), false, INFERRED, ALL))
                .isUnknown())
        .isTrue();
  }

  @Test
  void anOverlayOfAStoreReplacesTheEntriesItNamesAndKeepsTheOthers() {
    var fact =
        new Object() {
          Fact of(char digit) {
            return trust(
                digit,
                with(true, entry('a', true, INFERRED), entry('b', true, INFERRED)),
                overlay("lab", 1).store("legacy", null, OBSERVED, entry('a', false, OBSERVED)));
          }
        };

    assertThat(fact.of('a').isNo()).isTrue();
    assertThat(fact.of('a').level()).isEqualTo(OBSERVED);
    assertThat(fact.of('b').isYes()).isTrue();
    assertThat(fact.of('c').isNo()).isTrue();
  }

  @Test
  void anOverlayThatIsCompleteReplacesTheWholeStore() {
    var below = with(false, entry('a', true, INFERRED), entry('b', true, INFERRED));
    var above = overlay("lab", 1).store("legacy", true, DOCUMENTED, entry('b', true, DOCUMENTED));

    assertThat(trust('a', below, above).isNo()).isTrue();
    assertThat(trust('b', below, above).level()).isEqualTo(DOCUMENTED);
    assertThat(trust('a', above, below).isNo()).isTrue();
  }

  @Test
  void anOverlayThatIsIncompleteEndsCompleteness() {
    var fact = trust('b', with(true), overlay("lab", 1).store("legacy", false, DOCUMENTED));

    assertThat(fact.isUnknown()).isTrue();
  }

  @Test
  void aStoreOfNoPlatformServesEveryPlatform() {
    var stores =
        overlay("stores", 0)
            .withoutPlatform()
            .store("mozilla/2018-01-18", true, DOCUMENTED, entry('a', true, DOCUMENTED));
    var draft = base().release(RELEASE, null, "mozilla/2018-01-18", "red");

    assertThat(trust('a', stores, draft).isYes()).isTrue();
    assertThat(trust('b', stores, draft).isNo()).isTrue();
  }

  @Test
  void aStoreThatNoCatalogDefinesLeavesAllTrustUnknown() {
    var draft =
        base().release(RELEASE, null, "missing", "red").says(trusts('a'), true, DOCUMENTED, ALL);

    assertThat(trust('a', draft).isUnknown()).isTrue();
    assertThat(trust('a', draft).why()).contains("trust store missing, which no catalog defines");
  }

  @Test
  void anEntryWithADefectLeavesTrustInItsCertificateUnknown() {
    var draft =
        base()
            .release(RELEASE, null, "legacy", "red")
            .damagedStore("legacy", true, sha256('a'))
            .says(trusts('a'), true, DOCUMENTED, ALL);

    assertThat(trust('a', draft).isUnknown()).isTrue();
    assertThat(trust('b', draft).isNo()).isTrue();
  }

  @Test
  void aStoreWithAnUnreadableEntryIsNotComplete() {
    var draft = base().release(RELEASE, null, "legacy", "red").damagedStore("legacy", true);

    assertThat(trust('b', draft).isUnknown()).isTrue();
    assertThat(facts("R1", RELEASE, draft).storeComplete()).isFalse();
  }

  @Test
  void aCompleteStoreOnBothSidesIsCompleteBetween() {
    var draft =
        base()
            .release(RELEASE, null, "legacy", "red")
            .release("4.0.7577.4420", null, "legacy", "red")
            .store("legacy", true, DOCUMENTED, entry('a', true, DOCUMENTED));

    assertThat(facts("R1", "4.0.7577.4400", draft).storeComplete()).isTrue();
    assertThat(facts("R1", "4.0.7577.4400", draft).fact(trusts('b')).isNo()).isTrue();
    assertThat(facts(DOCUMENTED, "R1", "4.0.7577.4400", draft).storeComplete()).isFalse();
    assertThat(facts("R1", "4.0.7577.4500", draft).storeComplete()).isFalse();
    assertThat(facts("R1", "4.0.7577.4500", draft).fact(trusts('b')).isUnknown()).isTrue();
    assertThat(facts("R1", "4.0.7577.4500", draft).fact(trusts('a')).isYes()).isTrue();
  }
}
