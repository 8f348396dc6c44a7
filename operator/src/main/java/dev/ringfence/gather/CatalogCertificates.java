package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.CatalogGrammar;
import dev.ringfence.catalog.CatalogCertificate;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateFormatException;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.StoredCertificate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the certificates of a catalog and resolves what refers to them. */
final class CatalogCertificates {
  /** Bytes that a certificate of a built-in catalog has among the {@link PackedCertificates}. */
  static final String PACKED = "bytes";

  private static final CatalogFields.Form ID =
      CatalogFields.Form.of(
          CatalogGrammar.CERTIFICATE_ID,
          CatalogGrammar.MAX_ID,
          "the id of a certificate: letters, digits, \".\", \"_\" and \"-\"");
  private static final CatalogFields.Form PEM =
      new CatalogFields.Form(
          text -> text.contains("-----BEGIN CERTIFICATE-----"),
          CatalogGrammar.MAX_PEM,
          "one certificate in PEM form");
  private static final CatalogFields.Form DIGEST =
      CatalogFields.Form.of(CatalogGrammar.SHA256, 64, "64 lower-case hexadecimal digits");
  private static final CatalogFields.Form INSTANT =
      CatalogFields.Form.of(".*", 40, "an instant such as 2026-12-31T23:59:59Z");
  private static final CatalogFields.Form TEXT =
      CatalogFields.Form.anything(CatalogGrammar.MAX_TEXT);
  private static final Pattern SHA256 = Pattern.compile(CatalogGrammar.SHA256);

  private final CertificateParser parser = new CertificateParser(ParserLimits.parser());
  private final Map<String, CatalogCertificate> sound = new HashMap<>();
  private final Map<String, Set<String>> broken = new HashMap<>();
  private final List<CatalogCertificate> inOrder = new ArrayList<>();
  private final @Nullable PackedCertificates packed;

  /**
   * What a reference stands for.
   *
   * @param sha256s of the certificates it may mean; one if it is sound, none if nothing is known
   */
  record Reference(boolean sound, Set<String> sha256s) {}

  /**
   * @param packed the encodings that the entries count off; null if they hold their own
   */
  CatalogCertificates(List<CatalogFields> entries, @Nullable PackedCertificates packed) {
    this.packed = packed;
    for (var fields : entries) {
      read(fields);
    }
  }

  /** Without those that have a defect. */
  List<CatalogCertificate> certificates() {
    return inOrder.stream().filter(known -> known.equals(sound.get(known.id()))).toList();
  }

  /** The id of a sound certificate or a SHA-256; anything else is noted as a defect. */
  Reference resolve(CatalogFields fields, String place, String text) {
    var known = sound.get(text);
    if (known != null) {
      return new Reference(true, Set.of(known.sha256()));
    }
    if (broken.containsKey(text)) {
      fields.defect(place, "Certificate %s of this catalog has a defect.".formatted(text));
      return new Reference(false, broken.get(text));
    }
    if (SHA256.matcher(text).matches()) {
      return new Reference(true, Set.of(text));
    }
    fields.defect(
        place,
        "Certificate %s is not among spec.certificates of this catalog, and it is no SHA-256."
            .formatted(CatalogFields.bounded(text)));
    return new Reference(false, Set.of());
  }

  private void read(CatalogFields fields) {
    var id = fields.requiredText("id", ID);
    var origin = fields.text("origin", TEXT);
    var digests = new TreeSet<String>();
    var certificate =
        fields.has("pem") ? readPem(fields, id, origin, digests) : readDigest(fields, id, digests);
    fields.end();
    if (id == null) {
      return;
    }
    if (sound.containsKey(id) || broken.containsKey(id)) {
      fields.defect(
          fields.placeOf("id"), "Expected an id of its own, found %s again.".formatted(id));
      var first = sound.remove(id);
      if (first != null) {
        digests.add(first.sha256());
      }
    }
    if (fields.sound() && certificate != null) {
      sound.put(id, certificate);
      inOrder.add(certificate);
    } else {
      broken.computeIfAbsent(id, unused -> new TreeSet<>()).addAll(digests);
    }
  }

  private @Nullable CatalogCertificate readPem(
      CatalogFields fields, @Nullable String id, @Nullable String origin, Set<String> digests) {
    var certificate = parse(fields, fields.text("pem", PEM));
    var digest = fields.text("sha256", DIGEST);
    fields.text("subject", TEXT);
    var notBefore = instant(fields, "notBefore");
    var notAfter = instant(fields, "notAfter");
    if (digest != null) {
      digests.add(digest);
    }
    if (certificate == null) {
      return null;
    }
    digests.add(certificate.sha256());
    check(fields, "sha256", digest, certificate.sha256());
    check(fields, "notBefore", notBefore, certificate.validity().notBefore());
    check(fields, "notAfter", notAfter, certificate.validity().notAfter());
    return id == null ? null : CatalogCertificate.of(id, certificate, origin);
  }

  private static void check(
      CatalogFields fields, String name, @Nullable Object stated, Object found) {
    if (stated != null && !stated.equals(found)) {
      fields.defect(
          fields.placeOf(name), "Expected %s as in the PEM, found %s.".formatted(found, stated));
    }
  }

  private @Nullable Certificate parse(CatalogFields fields, @Nullable String pem) {
    if (pem == null) {
      return null;
    }
    try {
      var certificates = parser.parse(pem.getBytes(StandardCharsets.UTF_8), "The PEM");
      if (certificates.size() == 1) {
        return certificates.get(0);
      }
      fields.defect(
          fields.placeOf("pem"),
          "Expected one certificate, found %d.".formatted(certificates.size()));
    } catch (CertificateFormatException e) {
      fields.defect(fields.placeOf("pem"), String.valueOf(e.getMessage()));
    }
    return null;
  }

  private @Nullable CatalogCertificate readDigest(
      CatalogFields fields, @Nullable String id, Set<String> digests) {
    var digest = fields.text("sha256", DIGEST);
    var subject = fields.text("subject", TEXT);
    var notBefore = instant(fields, "notBefore");
    var notAfter = instant(fields, "notAfter");
    if (digest != null) {
      digests.add(digest);
    }
    if (!fields.has("sha256")
        || !fields.has("subject")
        || !fields.has("notBefore")
        || !fields.has("notAfter")) {
      fields.defect(
          fields.place(),
          "Expected pem, or subject, sha256, notBefore and notAfter where no PEM is to be had.");
    }
    if (notBefore != null && notAfter != null && notAfter.isBefore(notBefore)) {
      fields.defect(
          fields.placeOf("notAfter"),
          "Expected an instant after notBefore, %s, found %s.".formatted(notBefore, notAfter));
    }
    return id == null || digest == null || subject == null || notBefore == null || notAfter == null
        ? null
        : new CatalogCertificate(
            id,
            digest,
            subject,
            notBefore,
            notAfter,
            encoding(fields),
            fields.text("origin", TEXT));
  }

  private @Nullable StoredCertificate encoding(CatalogFields fields) {
    var known = packed;
    return known != null && fields.has(PACKED)
        ? known.next(fields.number(PACKED, 1, Integer.MAX_VALUE, 0))
        : null;
  }

  private static @Nullable Instant instant(CatalogFields fields, String name) {
    return fields.parsed(
        name, fields.text(name, INSTANT), INSTANT.expectation(), InstantText::parse);
  }
}
