package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.catalog.CatalogDefect;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The chosen packs, overlaid by the catalogs of a cluster or of files. What was merged last is
 * kept, since the same catalogs serve every renewal until one of them changes.
 */
public final class CatalogsInForce {
  public static final String UNREADABLE = "CatalogUnreadable";

  private final Set<String> chosen;
  private final CatalogGatherer gatherer = new CatalogGatherer();
  private final BuiltInPacks packs = new BuiltInPacks(gatherer);
  private final Map<Key, GatheredCatalog> gathered = new ConcurrentHashMap<>();
  private final Consumer<FirmwareCatalogs> onChange;
  private volatile @Nullable Merged last;

  /**
   * @param chosen names of built-in packs
   * @throws IllegalArgumentException if there is no pack of such a name
   */
  public CatalogsInForce(Set<String> chosen) {
    this(chosen, catalogs -> {});
  }

  /**
   * Catalogs whose changes somebody follows; the packs alone are the first that he is told.
   *
   * @param chosen names of built-in packs
   * @param onChange told whenever other catalogs are in force than before
   * @throws IllegalArgumentException if there is no pack of such a name
   */
  public CatalogsInForce(Set<String> chosen, Consumer<FirmwareCatalogs> onChange) {
    this.chosen = Set.copyOf(chosen);
    this.onChange = onChange;
    merged(List.of());
  }

  /**
   * All catalogs together.
   *
   * @param resources the catalogs that overlay the packs, in any order
   * @throws UnresolvedInputException if no part of one of them can be used: what it would have
   *     contradicted is not known
   */
  public Merged merged(List<FirmwareCatalog> resources) {
    List<Key> keys = resources.stream().map(Key::of).sorted(Key.ORDER).toList();
    Merged before = last;
    if (before != null && before.keys().equals(keys)) {
      return before;
    }
    Merged now = merge(keys, resources);
    last = now;
    onChange.accept(now.catalogs());
    gathered.keySet().retainAll(keys);
    return now;
  }

  /**
   * One catalog, by itself.
   *
   * @throws CatalogFormatException if no part of it can be used
   */
  public GatheredCatalog gather(FirmwareCatalog resource) {
    return gathered.computeIfAbsent(Key.of(resource), key -> gatherer.gather(resource));
  }

  private Merged merge(List<Key> keys, List<FirmwareCatalog> resources) {
    List<dev.ringfence.catalog.FirmwareCatalog> all = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (FirmwareCatalog resource : resources) {
      GatheredCatalog catalog = readable(resource);
      all.add(catalog.catalog());
      entries.add(
          new Entry(
              Gatherer.digest("FirmwareCatalog", resource, catalog.sha256()), catalog.catalog()));
    }
    for (GatheredCatalog pack : packs.load(chosen, List.copyOf(all))) {
      all.add(pack.catalog());
      entries.add(
          new Entry(
              new InputDigest("FirmwarePack", pack.catalog().name(), 0, pack.sha256()),
              pack.catalog()));
    }
    return new Merged(keys, new FirmwareCatalogs(all), entries, new CatalogReach(all));
  }

  private GatheredCatalog readable(FirmwareCatalog resource) {
    try {
      return gather(resource);
    } catch (CatalogFormatException e) {
      String defects =
          e.defects().stream().map(CatalogDefect::toString).collect(Collectors.joining(" "));
      throw new UnresolvedInputException(
          new Problem(
              UNREADABLE,
              "No part of the FirmwareCatalog %s can be used, so what it says against a chain is not"
                      .formatted(resource.getMetadata().getName())
                  + " known; correct or delete it. "
                  + defects,
              true));
    }
  }

  /** One catalog, and the digest that tells one state of it from another. */
  record Entry(InputDigest digest, dev.ringfence.catalog.FirmwareCatalog catalog) {}

  /** The catalogs overlaid. */
  public static final class Merged {
    private final List<Key> keys;
    private final FirmwareCatalogs catalogs;
    private final List<Entry> entries;
    private final CatalogReach reach;

    private Merged(
        List<Key> keys, FirmwareCatalogs catalogs, List<Entry> entries, CatalogReach reach) {
      this.keys = List.copyOf(keys);
      this.catalogs = catalogs;
      this.entries = List.copyOf(entries);
      this.reach = reach;
    }

    List<Key> keys() {
      return keys;
    }

    public FirmwareCatalogs catalogs() {
      return catalogs;
    }

    /** One for each catalog, in any order. */
    public List<InputDigest> inputs() {
      return entries.stream().map(Entry::digest).toList();
    }

    /** One for each catalog that can say anything of the phones of these fleets. */
    List<InputDigest> inputsFor(List<PhoneFleet> fleets) {
      return entries.stream()
          .filter(entry -> reach.concerns(entry.catalog(), fleets))
          .map(Entry::digest)
          .toList();
    }
  }

  /** Tells one state of a resource from another. */
  record Key(String name, String uid, long generation, int content) {
    static final Comparator<Key> ORDER = Comparator.comparing(Key::name).thenComparing(Key::uid);

    /** Files have neither uid nor generation; there the content tells. */
    static Key of(FirmwareCatalog resource) {
      Long generation = resource.getMetadata().getGeneration();
      String uid = resource.getMetadata().getUid();
      return new Key(
          resource.getMetadata().getName(),
          uid == null ? "" : uid,
          generation == null ? 0 : generation,
          uid == null ? Objects.hashCode(resource.getSpec()) : 0);
    }
  }
}
