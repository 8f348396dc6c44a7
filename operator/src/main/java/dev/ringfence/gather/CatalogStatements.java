package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.CatalogGrammar;
import dev.ringfence.catalog.DamagedStatement;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.catalog.ReleaseVersion;
import dev.ringfence.catalog.Scope;
import dev.ringfence.catalog.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads statements. One with a defect whose subject is known makes that fact unknown wherever it
 * may have applied: left out in silence, it could have been the one that contradicts the others.
 */
final class CatalogStatements {
  static final CatalogFields.Form MODEL =
      CatalogFields.Form.of(
          CatalogGrammar.MODEL, CatalogGrammar.MAX_ID, "the id of a model, such as CX600");
  static final CatalogFields.Form FAMILY =
      CatalogFields.Form.of(
          CatalogGrammar.FAMILY, CatalogGrammar.MAX_ID, "the name of a family, such as aries");
  static final CatalogFields.Form RELEASE =
      CatalogFields.Form.of(
          CatalogGrammar.RELEASE_VERSION,
          39,
          "four numbers such as 4.0.7577.4387, the last of which may be *");
  private static final CatalogFields.Form CAPABILITY =
      CatalogFields.Form.of(
          CatalogGrammar.CAPABILITY,
          256,
          "a capability such as signature.sha256WithRSAEncryption or publicKey.rsa-2048");
  private static final CatalogFields.Form NOTE =
      CatalogFields.Form.anything(CatalogGrammar.MAX_TEXT);

  private final String catalog;
  private final CatalogCertificates certificates;
  private final Set<String> sources;
  private final List<Statement> statements = new ArrayList<>();
  private final List<DamagedStatement> damaged = new ArrayList<>();

  CatalogStatements(String catalog, CatalogCertificates certificates, Set<String> sources) {
    this.catalog = catalog;
    this.certificates = certificates;
    this.sources = sources;
  }

  List<Statement> statements() {
    return statements;
  }

  List<DamagedStatement> damaged() {
    return damaged;
  }

  void read(CatalogFields fields) {
    var keys = keys(fields);
    if (!fields.has("value")) {
      fields.defect(fields.placeOf("value"), "Expected true, false or null, found nothing.");
    }
    var value = fields.flag("value", true, null);
    var evidence = CatalogEvidence.required(fields, sources);
    var scope = scope(fields);
    var note = fields.text("note", NOTE);
    fields.end();
    if (fields.sound() && evidence != null && keys.size() == 1) {
      statements.add(
          new Statement(
              keys.iterator().next(),
              value,
              evidence.level(),
              evidence.sources(),
              scope,
              catalog,
              note));
    } else {
      keys.forEach(key -> damaged.add(new DamagedStatement(key, scope, catalog, fields.place())));
    }
  }

  /** Every fact that the entry may be about. */
  private Set<FactKey> keys(CatalogFields fields) {
    var keys = new TreeSet<FactKey>();
    var capability =
        fields.parsed(
            "capability",
            fields.text("capability", CAPABILITY),
            CAPABILITY.expectation(),
            FactKey::parse);
    if (capability != null) {
      keys.add(capability);
      if (capability.trustedSha256().isPresent()) {
        fields.defect(
            fields.placeOf("capability"), "Expected trusts for a statement on a certificate.");
      }
    }
    var trusts = fields.text("trusts", CatalogStores.CERTIFICATE);
    if (trusts != null) {
      certificates
          .resolve(fields, fields.placeOf("trusts"), trusts)
          .sha256s()
          .forEach(sha256 -> keys.add(FactKey.trusts(sha256)));
    }
    if (fields.has("capability") == fields.has("trusts")) {
      fields.defect(
          fields.place(),
          "Expected exactly one of capability and trusts, found %s."
              .formatted(fields.has("trusts") ? "both" : "neither"));
    }
    return keys;
  }

  /** What of the scope is sound: never narrower than what was meant. */
  private Scope scope(CatalogFields fields) {
    var inner = fields.inner("scope");
    if (inner == null) {
      return Scope.ALL;
    }
    var family = inner.text("family", FAMILY);
    var model = inner.text("model", MODEL);
    var from = version(inner, "from");
    var to = version(inner, "to");
    inner.end();
    var first = from == null ? null : from.first();
    var last = to == null ? null : to.last();
    if (first != null && last != null && first.compareTo(last) > 0) {
      inner.defect(
          inner.placeOf("to"), "Expected a release not below %s, found %s.".formatted(from, to));
      first = null;
      last = null;
    }
    if (!inner.sound()) {
      fields.defect(inner.place(), "The scope has a defect, so the statement does not count.");
    }
    return new Scope(family, model, first, last);
  }

  private static @Nullable ReleaseVersion version(CatalogFields fields, String name) {
    return fields.parsed(
        name, fields.text(name, RELEASE), RELEASE.expectation(), ReleaseVersion::parse);
  }

  static @Nullable FirmwareVersion build(CatalogFields fields, String name) {
    return fields.parsed(
        name,
        fields.text(name, CatalogReleases.BUILD),
        CatalogReleases.BUILD.expectation(),
        FirmwareVersion::parse);
  }
}
