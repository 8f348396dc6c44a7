package dev.ringfence.bench;

import dev.ringfence.catalog.CatalogCertificate;
import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.NamedTrustStore;
import dev.ringfence.catalog.StoreEntry;
import dev.ringfence.gather.BuiltInPacks;
import dev.ringfence.gather.CatalogGatherer;
import dev.ringfence.path.CertificateGraph;
import dev.ringfence.path.PathBuilder;
import dev.ringfence.path.PathProfile;
import dev.ringfence.path.PathProfiles;
import dev.ringfence.path.PathValidator;
import dev.ringfence.path.Purpose;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.path.TrustStore;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One chain against twenty trust stores: the oldest twenty of the pack {@code mozilla}, from 2011
 * to 2025. Nothing is kept from one run to the next except what the name of a method says.
 */
final class StoreTrial {
  static final int STORES = 20;

  /** When the chain of the trial was in use. */
  static final Instant AT = Instant.parse("2016-01-15T12:00:00Z");

  private static final PathProfile PROFILE = PathProfiles.named("rfc5280");

  private final byte[] chain;
  private final List<NamedTrustStore> lists;
  private final Map<String, byte[]> encodings = new HashMap<>();
  private final List<TrustStore> stores;
  private final Map<String, List<Certificate>> roots;

  /**
   * @param chain PEM text of the chain as served
   */
  StoreTrial(byte[] chain) {
    FirmwareCatalog pack = new BuiltInPacks(new CatalogGatherer()).pack("mozilla").catalog();
    this.chain = chain.clone();
    this.lists = pack.trustStores().stream().limit(STORES).toList();
    Map<String, Certificate> known = new HashMap<>();
    for (CatalogCertificate entry : pack.certificates()) {
      if (entry.certificate() != null) {
        known.put(entry.sha256(), entry.certificate());
      }
    }
    this.stores = stores(known);
    this.roots = bySubject(stores);
    stores.stream()
        .flatMap(store -> store.anchors().stream())
        .forEach(root -> encodings.put(root.sha256(), root.encoded()));
  }

  List<TrustStore> stores() {
    return stores;
  }

  List<Certificate> served() {
    return parser().parse(chain, "the chain");
  }

  /** The distinct roots of the stores. */
  int roots() {
    return encodings.size();
  }

  /** Parses the chain, searches all stores, which are held in memory, and verifies signatures. */
  List<Boolean> chainAfresh() {
    return accepted(served(), stores, roots);
  }

  /** Parses each distinct root and the chain, fills the stores, then as {@link #chainAfresh}. */
  List<Boolean> everythingAfresh() {
    List<TrustStore> fresh = stores(parseRoots());
    return accepted(served(), fresh, bySubject(fresh));
  }

  /** For what the stores cost beyond the first one: everything is known to the builder. */
  OneStore oneStore(String profile) {
    List<Certificate> served = served();
    List<Certificate> all = new ArrayList<>(served);
    stores.forEach(store -> all.addAll(store.anchors()));
    return new OneStore(
        PathProfiles.named(profile),
        new PathBuilder(new CertificateGraph(all, new SignatureVerifier())),
        served,
        stores);
  }

  /** One path at a time, every signature already verified. */
  record OneStore(
      PathProfile profile, PathBuilder builder, List<Certificate> served, List<TrustStore> stores) {
    boolean accepts(int store) {
      PathValidator validator = new PathValidator(profile, AT, null, Purpose.SERVER);
      return builder
          .build(
              profile,
              served,
              stores.get(store % stores.size()),
              AT,
              validator,
              SearchBudget.standard())
          .accepted();
    }
  }

  Map<String, Certificate> parseRoots() {
    CertificateParser parser = parser();
    Map<String, Certificate> parsed = new HashMap<>();
    for (byte[] encoding : encodings.values()) {
      Certificate root = parser.parse(encoding, "a root").get(0);
      parsed.put(root.sha256(), root);
    }
    return parsed;
  }

  private static CertificateParser parser() {
    return new CertificateParser(ParserLimits.parser());
  }

  private List<TrustStore> stores(Map<String, Certificate> known) {
    List<TrustStore> filled = new ArrayList<>();
    for (NamedTrustStore list : lists) {
      filled.add(
          new TrustStore(
              list.name(),
              list.entries().stream()
                  .map(StoreEntry::sha256)
                  .map(known::get)
                  .map(Objects::requireNonNull)
                  .toList()));
    }
    return List.copyOf(filled);
  }

  /** The distinct roots of the stores by subject, as the engine keeps those of its catalogs. */
  private static Map<String, List<Certificate>> bySubject(List<TrustStore> stores) {
    Map<String, List<Certificate>> roots = new HashMap<>();
    stores.stream()
        .flatMap(store -> store.anchors().stream())
        .distinct()
        .forEach(
            root ->
                roots
                    .computeIfAbsent(root.subject().normalized(), name -> new ArrayList<>())
                    .add(root));
    return roots;
  }

  /** As the engine chooses them: whoever has the name of an issuer, from the end entity upwards. */
  private static Set<Certificate> relevant(
      List<Certificate> served, Map<String, List<Certificate>> roots) {
    Set<Certificate> reached = new LinkedHashSet<>();
    Deque<Certificate> open = new ArrayDeque<>(served);
    while (!open.isEmpty()) {
      Certificate next = open.poll();
      if (reached.add(next)) {
        open.addAll(roots.getOrDefault(next.issuer().normalized(), List.of()));
      }
    }
    return reached;
  }

  private static List<Boolean> accepted(
      List<Certificate> served, List<TrustStore> stores, Map<String, List<Certificate>> roots) {
    PathBuilder builder =
        new PathBuilder(new CertificateGraph(relevant(served, roots), new SignatureVerifier()));
    PathValidator validator = new PathValidator(PROFILE, AT, null, Purpose.SERVER);
    List<Boolean> accepted = new ArrayList<>();
    for (TrustStore store : stores) {
      accepted.add(
          builder.build(PROFILE, served, store, AT, validator, SearchBudget.standard()).accepted());
    }
    return accepted;
  }
}
