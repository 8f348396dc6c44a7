package dev.ringfence.catalog;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateIndex;
import dev.ringfence.pki.DistinguishedName;
import dev.ringfence.pki.StoredCertificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All catalogs in force: those that come with the program, overlaid by the others by priority, then
 * by name. Immutable, and cheap to ask: a look-up costs a few map accesses.
 */
public final class FirmwareCatalogs {
  private final List<FirmwareCatalog> catalogs;
  private final SortedMap<String, PlatformCatalog> platforms = new TreeMap<>();
  private final Map<String, Instant> notBefore = new HashMap<>();
  private final CertificateIndex certificates;
  private final RememberedPhones remembered = new RememberedPhones(this::identified);

  public FirmwareCatalogs(List<FirmwareCatalog> catalogs) {
    this.catalogs =
        catalogs.stream()
            .sorted(
                Comparator.comparing((FirmwareCatalog catalog) -> !catalog.builtIn())
                    .thenComparingInt(FirmwareCatalog::priority)
                    .thenComparing(FirmwareCatalog::name))
            .toList();
    var encoded = new TreeMap<String, StoredCertificate>();
    for (var catalog : this.catalogs) {
      for (var known : catalog.certificates()) {
        notBefore.putIfAbsent(known.sha256(), known.notBefore());
        if (known.encoding() != null) {
          encoded.put(known.sha256(), known.encoding());
          notBefore.put(known.sha256(), known.notBefore());
        }
      }
    }
    this.certificates = new CertificateIndex(encoded.values());
    for (var catalog : this.catalogs) {
      if (catalog.platform() != null) {
        platforms.computeIfAbsent(catalog.platform(), this::platform);
      }
    }
  }

  private PlatformCatalog platform(String platform) {
    var stores = new HashMap<String, MergedStore>();
    for (int rank = 0; rank < catalogs.size(); rank++) {
      var catalog = catalogs.get(rank);
      if (catalog.platform() != null && !catalog.platform().equals(platform)) {
        continue;
      }
      for (var store : catalog.trustStores()) {
        stores.computeIfAbsent(store.name(), MergedStore::new).overlay(store, rank, catalog.name());
      }
    }
    return new PlatformCatalog(platform, catalogs, stores);
  }

  /** Lowest first. */
  public List<FirmwareCatalog> catalogs() {
    return catalogs;
  }

  /** Platform ids, sorted. */
  public List<String> platforms() {
    return List.copyOf(platforms.keySet());
  }

  /** Every certificate whose encoding a catalog holds, by SHA-256; read for it. */
  public Collection<Certificate> certificates() {
    return certificates.certificates();
  }

  /** Those of {@link #certificates} with one subject; no other is read for it. */
  public List<Certificate> named(DistinguishedName subject) {
    return certificates.named(subject);
  }

  /** The highest catalog's, sorted by id. */
  public List<PhoneModel> modelsOf(String platform) {
    var known = platforms.get(platform);
    return known == null ? List.of() : known.models();
  }

  /** Names, sorted. */
  public List<String> familiesOf(String platform) {
    var known = platforms.get(platform);
    return known == null ? List.of() : known.families();
  }

  /** By id or alias, in any spelling of case and blanks. */
  public Optional<PhoneModel> model(String platform, String text) {
    var known = platforms.get(platform);
    return known == null ? Optional.empty() : known.model(text);
  }

  /** Sorted by version, those without one last. */
  public List<FirmwareRelease> releasesOf(String platform, String family) {
    var known = platforms.get(platform);
    return known == null ? List.of() : known.ladder(family).releases();
  }

  /** In the order of the catalogs. */
  public List<UpgradeStep> upgradesOf(String platform, String family) {
    return catalogs.stream()
        .filter(catalog -> platform.equals(catalog.platform()))
        .flatMap(catalog -> catalog.upgrades().stream())
        .filter(step -> step.family().equals(family))
        .toList();
  }

  public Optional<Source> source(String catalog, String id) {
    return catalogs.stream()
        .filter(known -> known.name().equals(catalog))
        .flatMap(known -> known.sources().stream())
        .filter(source -> source.id().equals(id))
        .findFirst();
  }

  /** What a user agent belongs to, if to something that is no phone. */
  public Optional<NotPhone> notPhoneOf(String userAgent) {
    return catalogs.stream()
        .flatMap(catalog -> catalog.notPhones().stream())
        .filter(known -> known.userAgent() != null && userAgent.startsWith(known.userAgent()))
        .findFirst();
  }

  /** One line for each catalog, lowest first. */
  public List<CatalogSummary> summaries() {
    return catalogs.stream().map(CatalogSummary::of).toList();
  }

  /** Names of families, models and trust stores that no catalog defines. */
  public List<CatalogDefect> danglingReferences() {
    return new DanglingReferences(catalogs).find();
  }

  /** With the evidence that counts where no policy says otherwise, {@code Inferred}. */
  public Identification identify(@Nullable String platform, String model, String firmware) {
    return identify(platform, model, firmware, EvidenceLevel.INFERRED);
  }

  /**
   * What a fleet means by a platform, a model and a firmware. Asked again, the answer is the same
   * object, so that its facts are resolved once for all evaluations with these catalogs.
   *
   * @param platform null: whichever platform knows the model or lists the version
   * @param model id or alias; empty or of no catalog: unknown
   * @param minimumEvidence the weakest evidence that counts in the facts
   */
  public Identification identify(
      @Nullable String platform, String model, String firmware, EvidenceLevel minimumEvidence) {
    return remembered.identify(
        new RememberedPhones.Phone(platform, model, firmware, minimumEvidence));
  }

  private Identification identified(RememberedPhones.Phone phone) {
    return new Identifier(
            platforms, notPhoneByModel(phone.model()), notBefore::get, phone.minimumEvidence())
        .identify(phone.platform(), phone.model(), phone.firmware());
  }

  private Optional<NotPhone> notPhoneByModel(String model) {
    return catalogs.stream()
        .flatMap(catalog -> catalog.notPhones().stream())
        .filter(known -> known.model() != null && known.model().equalsIgnoreCase(model.strip()))
        .findFirst();
  }
}
