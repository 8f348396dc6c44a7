package dev.ringfence.gather;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringfence.catalog.FirmwareCatalog;
import java.io.IOException;
import java.io.InputStream;
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
    try (var stream = open(name)) {
      var gathered = gatherer.gather(stream.readAllBytes(), name, spec -> digest(name, spec));
      if (!gathered.defects().isEmpty()) {
        throw new IllegalStateException(
            gathered.defects().stream()
                .map(Object::toString)
                .collect(Collectors.joining("; ", "The built-in catalog has defects: ", "")));
      }
      return new GatheredCatalog(
          gathered.catalog().asBuiltIn(), gathered.sha256(), gathered.defects());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link PackWriter} has noted it; where no build has run, it is computed. */
  private static String digest(String name, JsonNode spec) {
    try (var stream = BuiltInPacks.class.getResourceAsStream("/catalog/" + name + ".sha256")) {
      return stream == null
          ? ContentDigest.of(spec)
          : new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The form that {@link PackWriter} has made; where no build has run, the YAML. */
  private static InputStream open(String name) {
    for (var form : List.of(".json", ".yaml")) {
      var stream = BuiltInPacks.class.getResourceAsStream("/catalog/" + name + form);
      if (stream != null) {
        return stream;
      }
    }
    throw new IllegalStateException(
        "The built-in catalog %s is missing from the program.".formatted(name));
  }
}
