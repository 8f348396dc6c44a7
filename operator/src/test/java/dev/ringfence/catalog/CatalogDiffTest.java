package dev.ringfence.catalog;

import static dev.ringfence.catalog.CatalogDraft.base;
import static dev.ringfence.catalog.CatalogDraft.entry;
import static dev.ringfence.catalog.CatalogDraft.scope;
import static dev.ringfence.catalog.CatalogDraft.sha256;
import static dev.ringfence.catalog.EvidenceLevel.DOCUMENTED;
import static dev.ringfence.catalog.EvidenceLevel.INFERRED;
import static dev.ringfence.catalog.EvidenceLevel.OBSERVED;
import static dev.ringfence.catalog.Scope.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ringfence.catalog.CatalogDiff.Change;
import dev.ringfence.catalog.CatalogDiff.Kind;
import org.junit.jupiter.api.Test;

class CatalogDiffTest {
  private static CatalogDraft first() {
    return base()
        .certificate('a', "2000-01-01T00:00:00Z")
        .certificate('b', "2000-01-01T00:00:00Z")
        .release("4.0.7577.4387", "2013-04-30", "legacy", "red")
        .release("4.0.7577.4414", null, "legacy", "red")
        .store("legacy", false, INFERRED, entry('a', true, INFERRED))
        .says(true, INFERRED, ALL)
        .says(true, INFERRED, scope("red", null, null, null));
  }

  @Test
  void aCatalogDoesNotDifferFromItself() {
    assertThat(CatalogDiff.between(first().build(), first().build()).isEmpty()).isTrue();
  }

  @Test
  void everyDifferenceIsAddedRemovedOrChanged() {
    var second =
        base()
            .certificate('a', "2001-01-01T00:00:00Z")
            .certificate('c', "2000-01-01T00:00:00Z")
            .release("4.0.7577.4387", "2013-05-31", "legacy", "red")
            .release("4.0.7577.4420", null, "legacy", "red")
            .store("legacy", true, INFERRED, entry('a', false, OBSERVED))
            .says(false, DOCUMENTED, ALL)
            .says(true, INFERRED, scope("blue", null, null, null));

    var diff = CatalogDiff.between(first().build(), second.build());

    assertThat(diff.certificates())
        .extracting(Change::subject, Change::kind)
        .containsExactly(
            tuple("CN=a (SHA-256 %s)".formatted(sha256('a')), Kind.CHANGED),
            tuple("CN=b (SHA-256 %s)".formatted(sha256('b')), Kind.REMOVED),
            tuple("CN=c (SHA-256 %s)".formatted(sha256('c')), Kind.ADDED));
    assertThat(diff.releases())
        .extracting(Change::subject, Change::kind)
        .containsExactly(
            tuple("release 4.0.7577.4387 (4.0.7577.4387)", Kind.CHANGED),
            tuple("release 4.0.7577.4414 (4.0.7577.4414)", Kind.REMOVED),
            tuple("release 4.0.7577.4420 (4.0.7577.4420)", Kind.ADDED));
    assertThat(diff.statements())
        .extracting(Change::subject, Change::before, Change::after)
        .containsExactly(
            tuple(
                "signature.sha256WithRSAEncryption, every phone of the platform",
                "true, Inferred (S)",
                "false, Documented (S)"),
            tuple("signature.sha256WithRSAEncryption, family blue", null, "true, Inferred (S)"),
            tuple("signature.sha256WithRSAEncryption, family red", "true, Inferred (S)", null),
            tuple("trust store legacy", "not complete", "complete"),
            tuple(
                "trust store legacy, %s (ca)".formatted(sha256('a')),
                "present, Inferred (S)",
                "absent, Observed (S)"));
  }
}
