package dev.ringfence.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that the catalogs say of one platform, overlays applied. */
final class PlatformCatalog {
  private static final long SECONDS_A_DAY = 86_400;

  private final String name;
  private final StatementIndex statements;
  private final Map<String, MergedStore> stores;
  private final Map<String, PhoneFamily> families = new HashMap<>();
  private final SortedMap<String, ReleaseLadder> ladders = new TreeMap<>();
  private final Map<String, PhoneModel> models = new HashMap<>();
  private final SortedMap<String, PhoneModel> modelsById = new TreeMap<>();
  private final Set<String> certificates = new HashSet<>();
  private final long[] dates;

  /**
   * @param all catalogs of all platforms, lowest first
   * @param stores by name: those of this platform, and those of no platform
   */
  PlatformCatalog(String name, List<FirmwareCatalog> all, Map<String, MergedStore> stores) {
    this.name = name;
    this.stores = stores;
    var catalogs = all.stream().filter(catalog -> name.equals(catalog.platform())).toList();
    for (var catalog : catalogs) {
      catalog.families().forEach(family -> families.put(family.name(), family));
      catalog.models().forEach(model -> modelsById.put(model.id(), model));
    }
    for (var catalog : catalogs) {
      for (var model : catalog.models()) {
        model.aliases().forEach(alias -> models.put(spelling(alias), current(model)));
      }
    }
    modelsById.values().forEach(model -> models.put(spelling(model.id()), model));
    buildLadders(catalogs);
    this.statements = new StatementIndex(name, all, ladders.keySet(), modelsById.keySet());
    statements.keys().forEach(key -> key.trustedSha256().ifPresent(certificates::add));
    stores.values().forEach(store -> certificates.addAll(store.certificates()));
    this.dates =
        ladders.values().stream()
            .flatMap(ladder -> ladder.rungs().stream())
            .map(rung -> rung.release().latest())
            .filter(Objects::nonNull)
            .mapToLong(LocalDate::toEpochDay)
            .distinct()
            .sorted()
            .toArray();
  }

  private PhoneModel current(PhoneModel model) {
    return modelsById.getOrDefault(model.id(), model);
  }

  private static String spelling(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private void buildLadders(List<FirmwareCatalog> catalogs) {
    var names = new TreeSet<>(families.keySet());
    modelsById.values().forEach(model -> names.add(model.family()));
    if (names.isEmpty()) {
      catalogs.forEach(
          catalog -> catalog.releases().forEach(release -> names.addAll(release.families())));
    }
    for (var family : names) {
      var versioned = new LinkedHashMap<ReleaseVersion, ListedRelease>();
      var unversioned = new LinkedHashMap<String, FirmwareRelease>();
      for (var catalog : catalogs) {
        for (var release : catalog.releases()) {
          if (!mayBeOf(release, family, names)) {
            continue;
          }
          if (release.version() == null) {
            unversioned.put(release.name(), release);
          } else {
            var listed = release.families().contains(family) ? release : release.asDamaged();
            versioned.put(
                release.version(), new ListedRelease(listed, release.version(), catalog.name()));
          }
        }
      }
      ladders.put(family, new ReleaseLadder(family, versioned.values(), unversioned.values()));
    }
  }

  /** A release whose families cannot be told, one that no catalog has included, may be of any. */
  private static boolean mayBeOf(FirmwareRelease release, String family, Set<String> names) {
    return release.families().contains(family)
        || release.families().isEmpty()
        || !names.containsAll(release.families());
  }

  String name() {
    return name;
  }

  StatementIndex statements() {
    return statements;
  }

  /** Whether a statement or a store is about this certificate, a damaged entry included. */
  boolean names(String sha256) {
    return certificates.contains(sha256);
  }

  /**
   * How many of the last days on which releases can have been built lie before the day of an
   * instant. Certificates that began in the same period are on the same side of each of those days.
   */
  int period(Instant instant) {
    int place = Arrays.binarySearch(dates, Math.floorDiv(instant.getEpochSecond(), SECONDS_A_DAY));
    return place < 0 ? -place - 1 : place;
  }

  /** There are so many, the first is 0. */
  int periods() {
    return dates.length + 1;
  }

  Optional<MergedStore> store(String store) {
    return Optional.ofNullable(stores.get(store));
  }

  Optional<PhoneFamily> family(String family) {
    return Optional.ofNullable(families.get(family));
  }

  /** Names of the families, sorted; each has a ladder. */
  List<String> families() {
    return List.copyOf(ladders.keySet());
  }

  ReleaseLadder ladder(String family) {
    var ladder = ladders.get(family);
    return ladder == null ? new ReleaseLadder(family, List.of(), List.of()) : ladder;
  }

  /** By id or alias, without regard to case and repeated blanks. */
  Optional<PhoneModel> model(String text) {
    return Optional.ofNullable(models.get(spelling(text)));
  }

  /** Sorted by id. */
  List<PhoneModel> models() {
    return List.copyOf(modelsById.values());
  }

  /** The models that a phone of this family and of unknown model may be and that are spoken of. */
  List<String> possibleModels(FactKey key, String family) {
    var possible = new ArrayList<String>();
    for (var model : statements.modelsNamed(key)) {
      var known = modelsById.get(model);
      if (known == null || known.family().equals(family)) {
        possible.add(model);
      }
    }
    return possible;
  }
}
