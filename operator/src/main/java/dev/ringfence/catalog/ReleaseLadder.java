package dev.ringfence.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The releases of one family in the order of their versions. */
final class ReleaseLadder {
  private final String family;
  private final List<FirmwareRelease> all;
  private final NavigableMap<FirmwareVersion, ListedRelease> builds = new TreeMap<>();
  private final NavigableMap<FirmwareVersion, ListedRelease> lines = new TreeMap<>();
  private final NavigableMap<ReleaseVersion, ListedRelease> rungs = new TreeMap<>();
  private final NavigableMap<ReleaseVersion, ListedRelease> dated = new TreeMap<>();

  ReleaseLadder(
      String family, Collection<ListedRelease> versioned, Collection<FirmwareRelease> unversioned) {
    this.family = family;
    var everything = new ArrayList<>(unversioned);
    for (var listed : versioned) {
      everything.add(listed.release());
      rungs.put(listed.version(), listed);
      if (listed.release().latest() != null && !listed.release().damaged()) {
        dated.put(listed.version(), listed);
      }
      (listed.version().wholeLine() ? lines : builds).put(listed.version().first(), listed);
    }
    everything.sort(FirmwareRelease.ORDER);
    this.all = List.copyOf(everything);
  }

  /** Sorted by version, those without one last. */
  List<FirmwareRelease> releases() {
    return all;
  }

  Collection<ListedRelease> rungs() {
    return rungs.values();
  }

  /** Whether any release of the version's line is listed. */
  boolean lists(FirmwareVersion version) {
    var start = lineStart(version);
    return lines.containsKey(start)
        || Optional.ofNullable(builds.ceilingKey(start)).filter(version::sameLine).isPresent();
  }

  Position locate(FirmwareVersion version) {
    var exact = builds.get(version);
    if (exact == null) {
      exact = valueOf(lines.floorEntry(version));
    }
    if (exact != null && exact.version().covers(version)) {
      return new Position.Listed(exact);
    }
    var lower = valueOf(builds.lowerEntry(version));
    if (lower == null || !lower.version().first().sameLine(version)) {
      return new Position.Outside(outside(version));
    }
    var upper = next(version);
    return upper == null ? new Position.AboveHighest(lower) : new Position.Between(lower, upper);
  }

  private @Nullable ListedRelease next(FirmwareVersion version) {
    var build = valueOf(builds.higherEntry(version));
    var line = valueOf(lines.higherEntry(version));
    if (build == null || line == null) {
      return build == null ? line : build;
    }
    return build.version().compareTo(line.version()) < 0 ? build : line;
  }

  private String outside(FirmwareVersion version) {
    if (lists(version)) {
      return "Version %s of family %s is below the lowest listed release of its line, %s."
          .formatted(version, family, builds.ceilingKey(version));
    }
    var listed = new TreeSet<FirmwareVersion>();
    rungs.keySet().forEach(rung -> listed.add(lineStart(rung.first())));
    return listed.isEmpty()
        ? "No release of family %s is listed.".formatted(family)
        : "Version %s is of another line than the listed releases of family %s: %s."
            .formatted(
                version,
                family,
                String.join(", ", listed.stream().map(FirmwareVersion::line).toList()));
  }

  private static FirmwareVersion lineStart(FirmwareVersion version) {
    return new FirmwareVersion(version.major(), version.minor(), version.build(), 0);
  }

  /** The releases above a version that say when they can have been built, the lowest first. */
  Collection<ListedRelease> datedAbove(FirmwareVersion version) {
    return dated.tailMap(ReleaseVersion.of(version), false).values();
  }

  private static @Nullable ListedRelease valueOf(
      Map.@Nullable Entry<FirmwareVersion, ListedRelease> entry) {
    return entry == null ? null : entry.getValue();
  }
}
