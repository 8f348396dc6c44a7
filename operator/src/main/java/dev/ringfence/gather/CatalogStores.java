package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.CatalogGrammar;
import dev.ringfence.catalog.NamedTrustStore;
import dev.ringfence.catalog.StoreEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads trust stores. An entry with a defect is left out and its certificate noted, so that nothing
 * is said of it; an entry of which not even the certificate is known ends the store's completeness.
 */
final class CatalogStores {
  static final CatalogFields.Form NAME =
      CatalogFields.Form.of(
          CatalogGrammar.TRUST_STORE,
          CatalogGrammar.MAX_ID,
          "the name of a trust store: lower-case letters, digits, \".\", \"_\", \"-\" and \"/\"");
  static final CatalogFields.Form CERTIFICATE =
      CatalogFields.Form.of(
          CatalogGrammar.CERTIFICATE_ID,
          CatalogGrammar.MAX_ID,
          "the id of a certificate or a SHA-256");
  private static final CatalogFields.Form NOTE =
      CatalogFields.Form.anything(CatalogGrammar.MAX_TEXT);

  private final CatalogCertificates certificates;
  private final Set<String> sources;

  CatalogStores(CatalogCertificates certificates, Set<String> sources) {
    this.certificates = certificates;
    this.sources = sources;
  }

  List<NamedTrustStore> read(List<CatalogFields> entries) {
    Map<String, NamedTrustStore> stores = new LinkedHashMap<>();
    for (var fields : entries) {
      var name = fields.requiredText("name", NAME);
      var store = new StoreReading(fields).read(name == null ? "" : name);
      if (name != null) {
        stores.merge(name, store, (first, second) -> doubled(fields, first, second));
      }
    }
    return List.copyOf(stores.values());
  }

  /** Which of two stores of one name is meant is not known: nothing is said of what they list. */
  private static NamedTrustStore doubled(
      CatalogFields fields, NamedTrustStore first, NamedTrustStore second) {
    fields.defect(
        fields.placeOf("name"),
        "Expected a name of its own, found %s again.".formatted(first.name()));
    var listed = new TreeSet<>(first.damagedEntries());
    listed.addAll(second.damagedEntries());
    first.entries().forEach(entry -> listed.add(entry.sha256()));
    second.entries().forEach(entry -> listed.add(entry.sha256()));
    boolean complete =
        Boolean.TRUE.equals(first.complete()) || Boolean.TRUE.equals(second.complete());
    return new NamedTrustStore(
        first.name(), complete ? true : null, null, List.of(), List.of(), true, listed);
  }

  private final class StoreReading {
    private final CatalogFields fields;
    private final List<StoreEntry> entries = new ArrayList<>();
    private final Set<String> damagedEntries = new TreeSet<>();
    private boolean damaged;

    StoreReading(CatalogFields fields) {
      this.fields = fields;
    }

    NamedTrustStore read(String name) {
      var complete = fields.flag("complete", false, null);
      var evidence = CatalogEvidence.optional(fields, sources, null);
      if (Boolean.TRUE.equals(complete) && evidence == null && fields.sound()) {
        fields.defect(
            fields.placeOf("complete"),
            "Expected the store's level and sources to say how it is known to be complete, found none.");
      }
      var ids = fields.texts("certificates", CERTIFICATE, CatalogGrammar.MAX_STORE_ENTRIES);
      for (int i = 0; i < ids.size(); i++) {
        add(ids.get(i), fields.placeOf("certificates", i), evidence);
      }
      for (var entry : fields.entries("entries", CatalogGrammar.MAX_STORE_ENTRIES)) {
        readEntry(entry, evidence);
      }
      fields.end();
      if (!fields.sound()) {
        damaged = true;
        entries.forEach(entry -> damagedEntries.add(entry.sha256()));
        entries.clear();
      }
      return new NamedTrustStore(
          name,
          (complete == null && fields.has("complete")) ? Boolean.TRUE : complete,
          evidence == null ? null : evidence.level(),
          evidence == null ? List.of() : evidence.sources(),
          entries,
          damaged,
          damagedEntries);
    }

    private void add(String id, String place, @Nullable CatalogEvidence evidence) {
      var reference = certificates.resolve(fields, place, id);
      if (evidence == null && fields.sound()) {
        fields.defect(
            place, "Expected the store's level and sources for this certificate, found none.");
      }
      if (reference.sound() && evidence != null) {
        var sha256 = reference.sha256s().iterator().next();
        entries.add(new StoreEntry(sha256, true, evidence.level(), evidence.sources(), null));
      } else {
        leaveOut(reference);
      }
    }

    private void readEntry(CatalogFields entry, @Nullable CatalogEvidence ofStore) {
      var id = entry.requiredText("certificate", CERTIFICATE);
      if (!entry.has("present")) {
        entry.defect(entry.placeOf("present"), "Expected true, false or null, found nothing.");
      }
      var present = entry.flag("present", true, null);
      var evidence = CatalogEvidence.optional(entry, sources, ofStore);
      if (evidence == null && entry.sound()) {
        entry.defect(
            entry.placeOf("level"),
            "Expected a level and sources, here or in the store, found none.");
      }
      var note = entry.text("note", NOTE);
      entry.end();
      if (id == null) {
        damaged = true;
        return;
      }
      var reference = certificates.resolve(entry, entry.placeOf("certificate"), id);
      if (entry.sound() && evidence != null && reference.sound()) {
        var sha256 = reference.sha256s().iterator().next();
        entries.add(new StoreEntry(sha256, present, evidence.level(), evidence.sources(), note));
      } else {
        leaveOut(reference);
      }
    }

    private void leaveOut(CatalogCertificates.Reference reference) {
      damagedEntries.addAll(reference.sha256s());
      damaged |= reference.sha256s().isEmpty();
    }
  }
}
