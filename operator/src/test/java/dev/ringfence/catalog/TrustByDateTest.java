package dev.ringfence.catalog;

import static dev.ringfence.catalog.CatalogDraft.base;
import static dev.ringfence.catalog.CatalogDraft.facts;
import static dev.ringfence.catalog.CatalogDraft.trusts;
import static dev.ringfence.catalog.EvidenceLevel.DOCUMENTED;
import static dev.ringfence.catalog.EvidenceLevel.FIELD_REPORTED;
import static dev.ringfence.catalog.EvidenceLevel.INFERRED;
import static dev.ringfence.catalog.EvidenceLevel.RECOLLECTED;
import static dev.ringfence.catalog.Scope.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What dates of certificates and releases say of a store. */
class TrustByDateTest {
  private static final String RELEASE = "4.0.7577.4387";

  private static Fact trust(char digit, CatalogDraft... drafts) {
    return facts("R1", RELEASE, drafts).fact(trusts(digit));
  }

  @ParameterizedTest
  @CsvSource({
    "2013-04-30T23:59:59Z, UNKNOWN",
    "2013-05-01T00:00:00Z, NO",
    "2030-01-01T00:00:00Z, NO",
    "2001-01-01T00:00:00Z, UNKNOWN",
  })
  void aCertificateMadeAfterTheLastPossibleDayIsAbsent(String notBefore, Answer expected) {
    var draft =
        base()
            .certificate('a', notBefore)
            .release(RELEASE, "2013-04-30", "legacy", FIELD_REPORTED, false, "red")
            .store("legacy", false, INFERRED);

    assertThat(trust('a', draft).answer()).isEqualTo(expected);
    assertThat(trust('a', draft).level()).isEqualTo(expected == Answer.NO ? FIELD_REPORTED : null);
  }

  @Test
  void theDateSpeaksAsAStatementWithTheSourcesOfTheRelease() {
    var draft =
        base().certificate('a', "2015-06-04T11:04:38Z").release(RELEASE, "2013-04-30", null, "red");

    var statement = trust('a', draft).statements().get(0);

    assertThat(statement.sources()).containsExactly("DATES");
    assertThat(statement.note())
        .isEqualTo(
            "The certificate is valid from 2015-06-04, after 2013-04-30, the last possible day of"
                + " release 4.0.7577.4387 (4.0.7577.4387).");
  }

  @ParameterizedTest
  @CsvSource({
    // The release itself has no date, the next one has.
    "4.0.7577.4066, 2013-05-01T00:00:00Z, NO",
    "4.0.7577.4066, 2013-04-30T00:00:00Z, UNKNOWN",
    // Of the higher releases only the second has a date.
    "4.0.7577.4400, 2014-02-01T00:00:00Z, NO",
    "4.0.7577.4400, 2014-01-31T00:00:00Z, UNKNOWN",
    // Between two releases, of which the higher one is dated.
    "4.0.7577.4415, 2014-02-01T00:00:00Z, NO",
    "4.0.7577.4415, 2014-01-31T00:00:00Z, UNKNOWN",
    // Own dates are nearer than those of the release above.
    "4.0.7577.4387, 2013-06-01T00:00:00Z, NO",
    // Nothing above the highest is dated.
    "4.0.7577.4444, 2030-01-01T00:00:00Z, UNKNOWN",
    "4.0.7577.4500, 2030-01-01T00:00:00Z, UNKNOWN",
  })
  void withoutOwnDatesTheNextHigherDatedReleaseBoundsABuild(
      String firmware, String notBefore, Answer expected) {
    var draft =
        base()
            .certificate('a', notBefore)
            .release("4.0.7577.4066", null, null, "red")
            .release("4.0.7577.4387", "2013-04-30", null, "red")
            .release("4.0.7577.4414", null, null, "red")
            .release("4.0.7577.4420", "2014-01-31", null, "red")
            .release("4.0.7577.4444", null, null, "red");
    var fact = facts("R1", firmware, draft).fact(trusts('a'));

    assertThat(fact.answer()).as(fact.why()).isEqualTo(expected);
  }

  @Test
  void theDateOfAnotherReleaseIsAtMostInferred() {
    var draft =
        base()
            .certificate('a', "2015-01-01T00:00:00Z")
            .release(RELEASE, null, null, "red")
            .release("4.0.7577.4420", "2014-01-31", null, "red");

    assertThat(trust('a', draft).level()).isEqualTo(INFERRED);
    assertThat(facts(FIELD_REPORTED, "R1", RELEASE, draft).fact(trusts('a')).isUnknown()).isTrue();
  }

  @Test
  void aDateBelowTheMinimumEvidenceProvesNothing() {
    var draft =
        base()
            .certificate('a', "2015-01-01T00:00:00Z")
            .release(RELEASE, "2013-04-30", null, RECOLLECTED, false, "red");

    assertThat(trust('a', draft).isUnknown()).isTrue();
    assertThat(facts(RECOLLECTED, "R1", RELEASE, draft).fact(trusts('a')).isNo()).isTrue();
  }

  @Test
  void aStatementThatTheDatesContradictLeavesTrustUnknown() {
    var listed =
        base()
            .certificate('a', "2015-01-01T00:00:00Z")
            .release(RELEASE, "2013-04-30", null, "red")
            .release("4.0.7577.4420", "2014-01-31", null, "red")
            .says(trusts('a'), true, DOCUMENTED, ALL);

    assertThat(trust('a', listed).isUnknown()).isTrue();
    assertThat(trust('a', listed).statements()).hasSize(2);
    assertThat(facts("R1", "4.0.7577.4400", listed).fact(trusts('a')).isUnknown()).isTrue();
  }

  @Test
  void neighboursWithoutDatesDoNotOverruleTheDateOfTheHigherOne() {
    var draft =
        base()
            .certificate('a', "2015-01-01T00:00:00Z")
            .release(RELEASE, null, "legacy", "red")
            .release("4.0.7577.4420", "2014-01-31", null, "red")
            .store("legacy", false, INFERRED);

    var fact = facts("R1", "4.0.7577.4400", draft).fact(trusts('a'));

    assertThat(fact.isNo()).isTrue();
    assertThat(fact.level()).isEqualTo(INFERRED);
  }
}
