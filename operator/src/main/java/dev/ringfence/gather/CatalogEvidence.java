package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.CatalogGrammar;
import dev.ringfence.catalog.EvidenceLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads level and sources, which go together: neither means anything without the other. */
record CatalogEvidence(EvidenceLevel level, List<String> sources) {
  private static final CatalogFields.Form LEVEL =
      CatalogFields.Form.of(
          ".*",
          32,
          CatalogFields.oneOf(
              Arrays.stream(EvidenceLevel.values()).map(EvidenceLevel::label).toList()));
  static final CatalogFields.Form SOURCE =
      CatalogFields.Form.of(
          CatalogGrammar.SOURCE_ID, CatalogGrammar.MAX_ID, "the id of a source, such as LAB");

  CatalogEvidence {
    sources = List.copyOf(sources);
  }

  /** Null, and at least one defect, if either is missing or wrong. */
  static @Nullable CatalogEvidence required(CatalogFields fields, Set<String> known) {
    var evidence = optional(fields, known, null);
    if (evidence == null && !fields.has("level") && !fields.has("sources")) {
      fields.defect(fields.placeOf("level"), "Expected a level and its sources, found nothing.");
    }
    return evidence;
  }

  /** What is absent is as in the default; null if something is wrong or missing in both. */
  static @Nullable CatalogEvidence optional(
      CatalogFields fields, Set<String> known, @Nullable CatalogEvidence absent) {
    if (!fields.has("level") && !fields.has("sources")) {
      return absent;
    }
    var level = level(fields, absent);
    var sources = sources(fields, known, absent);
    return level == null || sources.isEmpty() ? null : new CatalogEvidence(level, sources);
  }

  private static @Nullable EvidenceLevel level(
      CatalogFields fields, @Nullable CatalogEvidence absent) {
    if (!fields.has("level")) {
      if (absent == null) {
        fields.defect(
            fields.placeOf("level"), "Expected %s, found nothing.".formatted(LEVEL.expectation()));
        return null;
      }
      return absent.level();
    }
    return fields.parsed(
        "level", fields.text("level", LEVEL), LEVEL.expectation(), EvidenceLevel::labelled);
  }

  private static List<String> sources(
      CatalogFields fields, Set<String> known, @Nullable CatalogEvidence absent) {
    if (!fields.has("sources") && absent != null) {
      return absent.sources();
    }
    var sources = fields.texts("sources", SOURCE, CatalogGrammar.MAX_CITED);
    if (sources.isEmpty()) {
      fields.defect(
          fields.placeOf("sources"), "Expected the id of at least one source, found none.");
    }
    boolean allKnown = true;
    for (int i = 0; i < sources.size(); i++) {
      if (!known.contains(sources.get(i))) {
        allKnown = false;
        fields.defect(
            fields.placeOf("sources", i),
            "Source %s is not among spec.sources of this catalog.".formatted(sources.get(i)));
      }
    }
    return allKnown ? sources : List.of();
  }
}
