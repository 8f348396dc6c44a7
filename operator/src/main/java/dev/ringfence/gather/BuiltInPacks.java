package dev.ringfence.gather;

import dev.ringfence.catalog.FirmwareCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The catalogs that come with the program, read once each. The pack of dated public trust stores is
 * large and read only when a catalog refers to one of them.
 */
public final class BuiltInPacks {
  private static final Set<String> PLATFORMS = new TreeSet<>(Set.of("lync-phone-edition"));
  private static final String STORES = "mozilla";
  private static final List<String> STORE_NAMES = List.of("mozilla/", "certifi/");

  private final CatalogGatherer gatherer;
  private final Map<String, GatheredCatalog> read = new ConcurrentHashMap<>();

  public BuiltInPacks(CatalogGatherer gatherer) {
    this.gatherer = gatherer;
  }

  /** The packs of platforms, all of which are in force unless others are chosen; sorted. */
  public static Set<String> platforms() {
    return new TreeSet<>(PLATFORMS);
  }

  /** Every pack, that of trust stores included; sorted. */
  public static Set<String> names() {
    var names = platforms();
    names.add(STORES);
    return names;
  }

  /**
   * The chosen packs, and the pack of trust stores if they or the other catalogs refer to one of
   * its stores; sorted by name.
   *
   * @param others the catalogs that overlay the packs
   * @throws IllegalArgumentException if there is no pack of a chosen name
   */
  public List<GatheredCatalog> load(Set<String> chosen, Collection<FirmwareCatalog> others) {
    var packs = new ArrayList<GatheredCatalog>();
    for (var name : new TreeSet<>(chosen)) {
      packs.add(pack(name));
    }
    boolean stores =
        Stream.concat(packs.stream().map(GatheredCatalog::catalog), others.stream())
            .anyMatch(BuiltInPacks::refersToStores);
    if (stores && !chosen.contains(STORES)) {
      packs.add(pack(STORES));
    }
    return List.copyOf(packs);
  }

  private static boolean refersToStores(FirmwareCatalog catalog) {
    return catalog.releases().stream()
        .map(release -> release.trustStore() == null ? "" : release.trustStore())
        .anyMatch(store -> STORE_NAMES.stream().anyMatch(store::startsWith));
  }

  /**
   * One pack.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public GatheredCatalog pack(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException(
          "There is no built-in catalog \"%s\", expected one of %s."
              .formatted(CatalogFields.bounded(name), String.join(", ", names())));
    }
    return read.computeIfAbsent(name, this::read);
  }

  private GatheredCatalog read(String name) {
    var gathered = gathered(name);
    if (!gathered.defects().isEmpty()) {
      throw new IllegalStateException(
          gathered.defects().stream()
              .map(Object::toString)
              .collect(Collectors.joining("; ", "The built-in catalog has defects: ", "")));
    }
    return new GatheredCatalog(
        gathered.catalog().asBuiltIn(), gathered.sha256(), gathered.defects());
  }

  /** From what {@link PackWriter} has made; where no build has run, from the YAML. */
  private GatheredCatalog gathered(String name) {
    byte[] json = content(name + ".json");
    if (json == null) {
      return gatherer.gather(required(name + ".yaml"), name);
    }
    var digest = new String(required(name + ".sha256"), StandardCharsets.US_ASCII);
    var packed =
        new PackedCertificates(required(name + ".der"), "Built-in catalog \"" + name + '"');
    return gatherer.gather(json, name, packed, spec -> digest);
  }

  private static byte[] required(String file) {
    byte[] content = content(file);
    if (content == null) {
      throw new IllegalStateException(
          "The file %s of a built-in catalog is missing from the program.".formatted(file));
    }
    return content;
  }

  private static byte @Nullable [] content(String file) {
    try (var stream = BuiltInPacks.class.getResourceAsStream("/catalog/" + file)) {
      return stream == null ? null : stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
