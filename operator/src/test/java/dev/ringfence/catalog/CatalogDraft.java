package dev.ringfence.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds small catalogs of the platform "sample" with the families red and blue. */
final class CatalogDraft {
  static final String PLATFORM = "sample";
  static final FactKey KEY = new FactKey("signature.sha256WithRSAEncryption");

  private final String name;
  private final int priority;
  private @Nullable String platform = PLATFORM;
  private final List<PhoneFamily> families = new ArrayList<>();
  private final List<PhoneModel> models = new ArrayList<>();
  private final List<CatalogCertificate> certificates = new ArrayList<>();
  private final List<NamedTrustStore> stores = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<DamagedStatement> damaged = new ArrayList<>();
  private final List<FirmwareRelease> releases = new ArrayList<>();
  private final List<NotPhone> notPhones = new ArrayList<>();

  private CatalogDraft(String name, int priority) {
    this.name = name;
    this.priority = priority;
  }

  static CatalogDraft overlay(String name, int priority) {
    return new CatalogDraft(name, priority);
  }

  /** Family red with R1 and R2, family blue with B1. */
  static CatalogDraft base() {
    return new CatalogDraft("base", 0)
        .family("red", "rfc5280", "served-order")
        .family("blue", "rfc5280")
        .model("R1", "red", "VENDOR/R1")
        .model("R2", "red")
        .model("B1", "blue");
  }

  CatalogDraft withoutPlatform() {
    platform = null;
    return this;
  }

  CatalogDraft family(String family, String... profiles) {
    families.add(
        new PhoneFamily(family, List.of(profiles), EvidenceLevel.INFERRED, List.of("S"), null));
    return this;
  }

  CatalogDraft model(String id, String family, String... aliases) {
    models.add(
        new PhoneModel(
            id,
            family,
            null,
            List.of(aliases),
            null,
            EvidenceLevel.DOCUMENTED,
            List.of("S"),
            null));
    return this;
  }

  CatalogDraft says(@Nullable Boolean value, EvidenceLevel level, Scope scope) {
    return says(KEY, value, level, scope);
  }

  CatalogDraft says(FactKey key, @Nullable Boolean value, EvidenceLevel level, Scope scope) {
    statements.add(new Statement(key, value, level, List.of("S"), scope, name, null));
    return this;
  }

  CatalogDraft cannotSay(FactKey key, Scope scope) {
    damaged.add(new DamagedStatement(key, scope, name, "spec.capabilities[0]"));
    return this;
  }

  /** Releases of family red at level Documented, without dates. */
  CatalogDraft releases(String... versions) {
    Arrays.stream(versions).forEach(version -> release(version, null, null, "red"));
    return this;
  }

  CatalogDraft release(
      String version, @Nullable String latest, @Nullable String store, String... families) {
    return release(version, latest, store, EvidenceLevel.DOCUMENTED, false, families);
  }

  CatalogDraft release(
      String version,
      @Nullable String latest,
      @Nullable String store,
      EvidenceLevel level,
      boolean damaged,
      String... families) {
    releases.add(
        new FirmwareRelease(
            "release " + version,
            version.isEmpty() ? null : ReleaseVersion.parse(version).orElseThrow(),
            null,
            latest == null ? null : LocalDate.parse(latest),
            List.of(families),
            store,
            List.of(),
            level,
            List.of("DATES"),
            null,
            damaged));
    return this;
  }

  CatalogDraft profilesOfLastRelease(String... profiles) {
    var last = releases.remove(releases.size() - 1);
    releases.add(
        new FirmwareRelease(
            last.name(),
            last.version(),
            null,
            last.latest(),
            last.families(),
            last.trustStore(),
            List.of(profiles),
            last.level(),
            last.sources(),
            null,
            last.damaged()));
    return this;
  }

  CatalogDraft certificate(char digit, String notBefore) {
    certificates.add(
        new CatalogCertificate(
            "c" + digit,
            sha256(digit),
            "CN=" + digit,
            Instant.parse(notBefore),
            Instant.parse("2050-01-01T00:00:00Z"),
            null,
            null));
    return this;
  }

  CatalogDraft store(
      String store, @Nullable Boolean complete, EvidenceLevel level, StoreEntry... entries) {
    stores.add(new NamedTrustStore(store, complete, level, List.of("S"), List.of(entries)));
    return this;
  }

  CatalogDraft damagedStore(String store, @Nullable Boolean complete, String... damagedEntries) {
    stores.add(
        new NamedTrustStore(
            store,
            complete,
            EvidenceLevel.DOCUMENTED,
            List.of("S"),
            List.of(),
            damagedEntries.length == 0,
            Set.of(damagedEntries)));
    return this;
  }

  CatalogDraft notPhone(@Nullable String userAgent, @Nullable String model) {
    notPhones.add(
        new NotPhone("desktop client", userAgent, model, EvidenceLevel.DOCUMENTED, List.of("S")));
    return this;
  }

  FirmwareCatalog build() {
    return new FirmwareCatalog(
        name,
        platform,
        null,
        priority,
        List.of(new Source("S", "a source", null, null)),
        families,
        models,
        certificates,
        stores,
        statements,
        damaged,
        releases,
        List.of(),
        notPhones);
  }

  static FirmwareCatalogs catalogs(CatalogDraft... drafts) {
    return new FirmwareCatalogs(Arrays.stream(drafts).map(CatalogDraft::build).toList());
  }

  static FirmwareFacts facts(
      EvidenceLevel minimum, String model, String firmware, CatalogDraft... drafts) {
    var found = catalogs(drafts).identify(PLATFORM, model, firmware, minimum);
    if (found instanceof Identification.Known known && known.alternatives().size() == 1) {
      return known.alternatives().get(0);
    }
    throw new AssertionError("expected one set of facts, found " + found);
  }

  static FirmwareFacts facts(String model, String firmware, CatalogDraft... drafts) {
    return facts(EvidenceLevel.INFERRED, model, firmware, drafts);
  }

  static Scope scope(
      @Nullable String family, @Nullable String model, @Nullable String from, @Nullable String to) {
    return new Scope(family, model, version(from), version(to));
  }

  static Scope exactly(@Nullable String model, String version) {
    return scope(null, model, version, version);
  }

  private static @Nullable FirmwareVersion version(@Nullable String text) {
    return text == null ? null : FirmwareVersion.parse(text).orElseThrow();
  }

  static StoreEntry entry(char digit, @Nullable Boolean present, EvidenceLevel level) {
    return new StoreEntry(sha256(digit), present, level, List.of("S"), null);
  }

  static FactKey trusts(char digit) {
    return FactKey.trusts(sha256(digit));
  }

  static String sha256(char digit) {
    return String.valueOf(digit).repeat(64);
  }
}
