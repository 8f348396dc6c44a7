package dev.ringfence.gather;

import static java.util.Objects.requireNonNull;

import dev.ringfence.catalog.CatalogDefect;
import dev.ringfence.pki.Certificate;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A catalog without defects, and ways to spoil it. */
final class CatalogSample {
  /** DigiCert Global Root CA of the built-in pack. */
  static final Certificate ROOT = fromPack("digicert-global-root-ca-2031");

  static final Certificate OTHER = fromPack("globalsign-root-r1-2028");
  static final String DIGEST = "0123456789abcdef".repeat(4);

  static final String TEXT =
      """
      apiVersion: ringfence.dev/v1alpha1
      kind: FirmwareCatalog
      metadata: {name: lab}
      spec:
        platform: sample
        edition: "2026-11-23"
        priority: 10
        sources:
        - {id: LAB, title: Own laboratory, address: "https://lab.example.com", date: "2026-10"}
        families:
        - {name: red, profiles: [rfc5280, served-order], level: Inferred, sources: [LAB]}
        models:
        - {id: R1, family: red, manufacturer: Example, aliases: [EXAMPLE/R1], use: desk, level: Documented, sources: [LAB]}
        certificates:
        - {id: root, origin: own, pem: "%s"}
        - {id: digest-only, subject: CN=Example, sha256: %s, notBefore: "2020-01-01T00:00:00Z", notAfter: "2030-01-01T00:00:00Z"}
        trustStores:
        - name: legacy
          complete: true
          level: Documented
          sources: [LAB]
          certificates: [root]
          entries:
          - {certificate: digest-only, present: false, level: Inferred, sources: [LAB], note: perhaps}
        capabilities:
        - {capability: publicKey.rsa-2048, value: true, level: Observed, sources: [LAB], scope: {model: R1, from: 1.2.3.4, to: 1.2.3.4}, note: tried}
        - {trusts: root, value: null, level: Inferred, sources: [LAB]}
        releases:
        - {name: first, version: 1.2.3.4, earliest: "2020-01-01", latest: "2020-01-31", families: [red], trustStore: legacy, level: Documented, sources: [LAB]}
        - {name: old, version: 1.1.1.*, families: [red], trustStore: legacy, profiles: [rfc5280], level: Documented, sources: [LAB]}
        upgrades:
        - {family: red, from: 1.2.3.4, via: 1.2.3.5, level: Inferred, sources: [LAB]}
        notPhones:
        - {name: client, userAgent: "CLIENT/", level: Documented, sources: [LAB]}
      """
          .formatted(escaped(ROOT), DIGEST);

  private CatalogSample() {}

  static String pem(Certificate certificate) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.encoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  static String escaped(Certificate certificate) {
    return pem(certificate).replace("\n", "\\n");
  }

  /** The sample with one piece of text replaced, which has to be there. */
  static String with(String original, String replacement) {
    return with(TEXT, original, replacement);
  }

  static String with(String text, String original, String replacement) {
    if (!text.contains(original)) {
      throw new IllegalArgumentException("the sample does not contain: " + original);
    }
    return text.replace(original, replacement);
  }

  static GatheredCatalog gather(String text) {
    return new CatalogGatherer().gather(text.getBytes(StandardCharsets.UTF_8), "file.yaml");
  }

  static List<String> lines(List<CatalogDefect> defects) {
    return defects.stream().map(defect -> defect.place() + ": " + defect.message()).toList();
  }

  private static Certificate fromPack(String id) {
    return new BuiltInPacks(new CatalogGatherer())
        .pack("lync-phone-edition").catalog().certificates().stream()
            .filter(known -> known.id().equals(id))
            .map(known -> requireNonNull(known.certificate()))
            .findFirst()
            .orElseThrow();
  }
}
