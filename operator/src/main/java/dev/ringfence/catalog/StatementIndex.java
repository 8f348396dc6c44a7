package dev.ringfence.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The statements of all catalogs of a platform by key. A catalog replaces what lower ones say under
 * exactly the same key and scope; statements within one catalog stand side by side.
 */
final class StatementIndex {
  private record Slot(FactKey key, Scope scope) {}

  private record Content(List<RankedStatement> statements, List<DamagedStatement> damaged) {
    Content() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private final Map<FactKey, List<RankedStatement>> statements = new HashMap<>();
  private final Map<FactKey, List<DamagedStatement>> damaged = new HashMap<>();
  private final Map<FactKey, SortedSet<String>> models = new HashMap<>();

  private final Set<String> families;
  private final Set<String> knownModels;

  /**
   * @param catalogs of all platforms, lowest first; a catalog's index is its rank
   * @param families that the platform has
   * @param knownModels that the platform has
   */
  StatementIndex(
      String platform,
      List<FirmwareCatalog> catalogs,
      Set<String> families,
      Set<String> knownModels) {
    this.families = families;
    this.knownModels = knownModels;
    var slots = new LinkedHashMap<Slot, Content>();
    for (int rank = 0; rank < catalogs.size(); rank++) {
      if (platform.equals(catalogs.get(rank).platform())) {
        slots.putAll(slotsOf(catalogs.get(rank), rank));
      }
    }
    slots.values().forEach(this::add);
  }

  private static Map<Slot, Content> slotsOf(FirmwareCatalog catalog, int rank) {
    var slots = new LinkedHashMap<Slot, Content>();
    for (var statement : catalog.statements()) {
      slots
          .computeIfAbsent(new Slot(statement.key(), statement.scope()), slot -> new Content())
          .statements()
          .add(new RankedStatement(rank, statement));
    }
    for (var entry : catalog.damagedStatements()) {
      slots
          .computeIfAbsent(new Slot(entry.key(), entry.scope()), slot -> new Content())
          .damaged()
          .add(entry);
    }
    return slots;
  }

  private void add(Content content) {
    for (var ranked : content.statements()) {
      var statement = ranked.statement();
      if (dangling(statement.scope())) {
        addDamaged(
            new DamagedStatement(
                statement.key(),
                statement.scope(),
                statement.catalog(),
                "spec.capabilities[%s].scope".formatted(statement.key())));
        continue;
      }
      for (var key : answered(statement.key(), statement.value(), false)) {
        statements.computeIfAbsent(key, unused -> new ArrayList<>()).add(ranked);
        note(key, statement.scope());
      }
    }
    content.damaged().forEach(this::addDamaged);
  }

  /** A family or model that no catalog has may be any of them, misspelled. */
  private void addDamaged(DamagedStatement entry) {
    var scope = entry.scope();
    var widened =
        new Scope(
            known(scope.family(), families),
            known(scope.model(), knownModels),
            scope.from(),
            scope.to());
    var damage = new DamagedStatement(entry.key(), widened, entry.catalog(), entry.place());
    for (var key : answered(entry.key(), null, true)) {
      damaged.computeIfAbsent(key, unused -> new ArrayList<>()).add(damage);
      note(key, widened);
    }
  }

  private boolean dangling(Scope scope) {
    return (scope.family() != null && !families.contains(scope.family()))
        || (scope.model() != null && !knownModels.contains(scope.model()));
  }

  private static @Nullable String known(@Nullable String name, Set<String> names) {
    return name != null && names.contains(name) ? name : null;
  }

  /** Who handles n certificates handles fewer, and who does not handle n handles no more. */
  private static Collection<FactKey> answered(
      FactKey key, @Nullable Boolean value, boolean damaged) {
    if (key.pathLength().isEmpty() || (value == null && !damaged)) {
      return List.of(key);
    }
    int length = key.pathLength().getAsInt();
    int from = value == null || value ? 1 : length;
    int to = value != null && value ? length : FactKey.MAX_PATH_LENGTH;
    var keys = new ArrayList<FactKey>();
    for (int i = from; i <= to; i++) {
      keys.add(FactKey.pathLength(i).orElseThrow());
    }
    return keys;
  }

  private void note(FactKey key, Scope scope) {
    if (scope.model() != null) {
      models.computeIfAbsent(key, unused -> new TreeSet<>()).add(scope.model());
    }
  }

  /** All that a question about this key looks at. */
  List<RankedStatement> on(FactKey key) {
    return statements.getOrDefault(key, List.of());
  }

  List<RankedStatement> applying(
      FactKey key, String family, @Nullable String model, FirmwareVersion version) {
    var stated = on(key);
    return stated.isEmpty()
        ? stated
        : stated.stream()
            .filter(ranked -> ranked.statement().scope().covers(family, model, version))
            .toList();
  }

  List<DamagedStatement> damaged(
      FactKey key, String family, @Nullable String model, FirmwareVersion version) {
    var entries = damaged.get(key);
    return entries == null
        ? List.of()
        : entries.stream().filter(entry -> entry.scope().covers(family, model, version)).toList();
  }

  /** The models that some statement on this key is limited to. */
  Set<String> modelsNamed(FactKey key) {
    return models.getOrDefault(key, new TreeSet<>());
  }

  /** Every key that something is said of. */
  SortedSet<FactKey> keys() {
    var keys = new TreeSet<>(statements.keySet());
    keys.addAll(damaged.keySet());
    return keys;
  }
}
