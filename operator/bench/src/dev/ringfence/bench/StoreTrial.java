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
import dev.ringfence.path.PathQuestion;
import dev.ringfence.path.PathValidator;
import dev.ringfence.path.Purpose;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.path.TrustStore;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateIndex;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.pki.StoredCertificate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
  private final List<String> names = new ArrayList<>();

  /** The distinct roots in DER form, and for each store which of them it lists. */
  private final List<byte[]> encodings = new ArrayList<>();

  private final List<int[]> lists = new ArrayList<>();
  private final Held held;
  private final List<byte[]> files;

  /** Stores, and their distinct roots by name, as the engine has those of its catalogs. */
  private record Held(List<TrustStore> stores, CertificateIndex roots) {}

  /**
   * @param chain PEM text of the chain as served
   */
  StoreTrial(byte[] chain) {
    FirmwareCatalog pack = new BuiltInPacks(new CatalogGatherer()).pack("mozilla").catalog();
    this.chain = chain.clone();
    Map<String, Certificate> known = new HashMap<>();
    for (CatalogCertificate entry : pack.certificates()) {
      Certificate certificate = entry.certificate();
      if (certificate != null) {
        known.put(entry.sha256(), certificate);
      }
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (NamedTrustStore list : pack.trustStores().subList(0, STORES)) {
      names.add(list.name());
      lists.add(
          list.entries().stream()
              .map(StoreEntry::sha256)
              .mapToInt(
                  sha256 ->
                      numbers.computeIfAbsent(
                          sha256,
                          root -> {
                            encodings.add(Objects.requireNonNull(known.get(root)).encoded());
                            return encodings.size() - 1;
                          }))
              .toArray());
    }
    this.held = held(readRoots());
    this.files = stores().stream().map(store -> bytes(store.anchors())).toList();
  }

  List<TrustStore> stores() {
    return held.stores();
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
    return accepted(held);
  }

  /**
   * Fills the stores from the bytes of their roots, of which those are read in full that a path
   * comes to, then as {@link #chainAfresh}.
   */
  List<Boolean> storesAfresh() {
    return accepted(held(storedRoots()));
  }

  /** Reads every root in full, fills the stores, then as {@link #chainAfresh}. */
  List<Boolean> everythingAfresh() {
    return accepted(held(readRoots()));
  }

  /**
   * Reads the stores from the text of a PEM file each, as {@code ringfence verify} reads the file
   * of a store: every certificate in full, however often it occurs.
   */
  List<Boolean> filesAfresh() {
    CertificateParser parser = CertificateParser.keepingUndecodable(ParserLimits.pool());
    List<Certificate> served = served();
    List<Boolean> accepted = new ArrayList<>();
    for (byte[] file : files) {
      TrustStore store = new TrustStore("a store", parser.parse(file, "a store"));
      CertificateGraph graph =
          CertificateGraph.reaching(served, store::named, new SignatureVerifier());
      accepted.add(
          new PathQuestion(PROFILE, served, store, AT, null, Purpose.SERVER)
              .answer(graph)
              .accepted());
    }
    return accepted;
  }

  /** PEM text. */
  static String pem(List<Certificate> certificates) {
    StringBuilder text = new StringBuilder();
    Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
    for (Certificate certificate : certificates) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(base64.encodeToString(certificate.encoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return text.toString();
  }

  private static byte[] bytes(List<Certificate> certificates) {
    return pem(certificates).getBytes(StandardCharsets.US_ASCII);
  }

  /** For what the stores cost beyond the first one: everything is known to the builder. */
  OneStore oneStore(String profile) {
    List<Certificate> served = served();
    List<Certificate> all = new ArrayList<>(served);
    stores().forEach(store -> all.addAll(store.anchors()));
    return new OneStore(
        PathProfiles.named(profile),
        new PathBuilder(new CertificateGraph(all, new SignatureVerifier())),
        served,
        stores());
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

  List<StoredCertificate> readRoots() {
    CertificateParser parser = parser();
    List<StoredCertificate> roots = new ArrayList<>();
    for (byte[] encoding : encodings) {
      roots.add(StoredCertificate.of(parser.parse(encoding, "a root").get(0)));
    }
    return roots;
  }

  List<StoredCertificate> storedRoots() {
    CertificateParser parser = parser();
    List<StoredCertificate> roots = new ArrayList<>();
    for (byte[] encoding : encodings) {
      roots.add(parser.stored(encoding, "a root"));
    }
    return roots;
  }

  private static CertificateParser parser() {
    return new CertificateParser(ParserLimits.parser());
  }

  private Held held(List<StoredCertificate> roots) {
    List<TrustStore> filled = new ArrayList<>();
    for (int[] list : lists) {
      List<StoredCertificate> anchors = new ArrayList<>(list.length);
      for (int root : list) {
        anchors.add(roots.get(root));
      }
      filled.add(TrustStore.of(names.get(filled.size()), anchors));
    }
    return new Held(filled, new CertificateIndex(roots));
  }

  private List<Boolean> accepted(Held known) {
    List<Certificate> served = served();
    PathBuilder builder =
        new PathBuilder(
            CertificateGraph.reaching(served, known.roots()::named, new SignatureVerifier()));
    PathValidator validator = new PathValidator(PROFILE, AT, null, Purpose.SERVER);
    List<Boolean> accepted = new ArrayList<>();
    for (TrustStore store : known.stores()) {
      accepted.add(
          builder.build(PROFILE, served, store, AT, validator, SearchBudget.standard()).accepted());
    }
    return accepted;
  }
}
