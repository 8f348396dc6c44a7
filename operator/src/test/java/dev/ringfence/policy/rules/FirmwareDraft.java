package dev.ringfence.policy.rules;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.gather.CatalogGatherer;
import dev.ringfence.pki.Certificate;
import dev.ringfence.testing.Minted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The catalog of one phone, model P1 of family red with firmware 1.2.3.4: it handles RSA 2048 with
 * SHA-256 and paths of up to four certificates, makes every check, fetches no intermediates, and
 * trusts what it is told to {@link #holding hold} and nothing else. Every switch returns this
 * object.
 */
final class FirmwareDraft {
  static final String PLATFORM = "example-phone";
  static final String MODEL = "P1";
  static final String FIRMWARE = "1.2.3.4";

  private record Claim(boolean value, String level) {}

  private record Release(String family, String version, Map<Certificate, String> held) {}

  private final Map<String, Claim> claims = new TreeMap<>();
  private final Map<Certificate, String> ids = new LinkedHashMap<>();
  private final Release release = new Release("red", FIRMWARE, new LinkedHashMap<>());
  private final List<Release> releases = new ArrayList<>(List.of(release));
  private List<String> profiles = List.of("rfc5280");
  private boolean complete = true;
  private String built = "";

  FirmwareDraft() {
    List.of(
            "signature.sha256WithRSAEncryption",
            "publicKey.rsa-2048",
            "path.length-1",
            "path.length-2",
            "path.length-3",
            "path.length-4",
            "path.enforcesAnchorExpiry",
            "check.serverName",
            "check.sipDomain",
            "check.dates",
            "check.serverAuthentication",
            "check.basicConstraints",
            "check.pathLength",
            "check.keyUsage",
            "check.nameConstraints",
            "check.criticalExtensions")
        .forEach(key -> stating(key, true));
    stating("path.fetchesIntermediates", false);
  }

  /** Documented to be trusted. */
  FirmwareDraft holding(Minted... anchors) {
    return holding("Documented", anchors);
  }

  /** Said to be trusted, at a level of evidence. */
  FirmwareDraft holding(String level, Minted... anchors) {
    hold(release, level, anchors);
    return this;
  }

  /** What the firmware trusts beyond that is not known. */
  FirmwareDraft incompleteStore() {
    this.complete = false;
    return this;
  }

  /** In the catalog, without being held. */
  FirmwareDraft knowing(Minted... certificates) {
    Arrays.stream(certificates).forEach(minted -> id(minted.certificate()));
    return this;
  }

  FirmwareDraft stating(String key, boolean value) {
    return stating(key, value, "Documented");
  }

  FirmwareDraft stating(String key, boolean value, String level) {
    claims.put(key, new Claim(value, level));
    return this;
  }

  /** Nothing is known of these. */
  FirmwareDraft silentOn(String... keys) {
    Arrays.stream(keys).forEach(claims::remove);
    return this;
  }

  /** The path builders that every family may have. */
  FirmwareDraft profiles(String... names) {
    this.profiles = List.of(names);
    return this;
  }

  /** The latest date at which the firmware was built, such as {@code 2013-04-30}. */
  FirmwareDraft builtUntil(String date) {
    this.built = ", latest: \"%s\"".formatted(date);
    return this;
  }

  /** One more release with a complete store, of this family or of another one. */
  FirmwareDraft alsoRelease(String family, String version, Minted... anchors) {
    var other = new Release(family, version, new LinkedHashMap<>());
    hold(other, "Documented", anchors);
    releases.add(other);
    return this;
  }

  FirmwareCatalogs catalogs() {
    var gathered =
        new CatalogGatherer().gather(text().getBytes(StandardCharsets.UTF_8), "draft.yaml");
    if (!gathered.defects().isEmpty()) {
      throw new IllegalStateException("the draft has defects: " + gathered.defects());
    }
    return new FirmwareCatalogs(List.of(gathered.catalog()));
  }

  private void hold(Release by, String level, Minted... anchors) {
    for (var anchor : anchors) {
      id(anchor.certificate());
      by.held().put(anchor.certificate(), level);
    }
  }

  private String id(Certificate certificate) {
    return ids.computeIfAbsent(certificate, one -> "certificate-" + ids.size());
  }

  private String text() {
    return """
    apiVersion: ringfence.dev/v1alpha1
    kind: FirmwareCatalog
    metadata: {name: draft}
    spec:
      platform: %s
      edition: "2026-06-01"
      sources:
      - {id: LAB, title: Own laboratory}
      families:
    %s
      models:
      - {id: %s, family: red, manufacturer: Example, use: desk, level: Documented, sources: [LAB]}
      certificates:
    %s
      trustStores:
    %s
      capabilities:
    %s
      releases:
    %s
    """
        .formatted(
            PLATFORM,
            lines(
                releases.stream()
                    .map(Release::family)
                    .distinct()
                    .map(
                        name ->
                            "{name: %s, profiles: %s, level: Documented, sources: [LAB]}"
                                .formatted(name, profiles))
                    .toList()),
            MODEL,
            lines(
                ids.entrySet().stream()
                    .map(
                        entry ->
                            "{id: %s, origin: minted, pem: \"%s\"}"
                                .formatted(
                                    entry.getValue(),
                                    Minted.pemBlock("CERTIFICATE", entry.getKey().encoded())
                                        .replace("\n", "\\n")))
                    .toList()),
            lines(releases.stream().map(this::store).toList()),
            lines(
                claims.entrySet().stream()
                    .map(
                        entry ->
                            "{capability: %s, value: %s, level: %s, sources: [LAB]}"
                                .formatted(
                                    entry.getKey(),
                                    entry.getValue().value(),
                                    entry.getValue().level()))
                    .toList()),
            lines(
                releases.stream()
                    .map(
                        one ->
                            "{name: %1$s-%2$s, version: %2$s, families: [%1$s], trustStore: %1$s-%2$s, level: Documented, sources: [LAB]%3$s}"
                                .formatted(
                                    one.family(), one.version(), one.equals(release) ? built : ""))
                    .toList()));
  }

  private String store(Release of) {
    var entries =
        of.held().entrySet().stream()
            .map(
                entry ->
                    "{certificate: %s, present: true, level: %s, sources: [LAB]}"
                        .formatted(ids.get(entry.getKey()), entry.getValue()))
            .collect(Collectors.joining(", ", "[", "]"));
    return "{name: %s-%s, complete: %s, level: Documented, sources: [LAB], entries: %s}"
        .formatted(of.family(), of.version(), complete || !of.equals(release), entries);
  }

  /** A list of YAML, or an empty one. */
  private static String lines(List<String> entries) {
    return entries.isEmpty()
        ? "    []"
        : entries.stream().map(entry -> "  - " + entry).collect(Collectors.joining("\n"));
  }
}
