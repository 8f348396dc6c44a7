package dev.ringfence.fleet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns counts into named groups. */
final class SummaryFactory {
  private static final int MAX_UNKNOWN_LISTED = 50;
  private static final int MAX_NAME = 240;

  private final FleetCount count;
  private final List<Map<Age, GroupTally>> tallies;
  private final List<FleetGroup> groups = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, Long> unknown = new TreeMap<>();
  private final Map<String, Long> excluded = new TreeMap<>();

  SummaryFactory(FleetCount count) {
    this.count = count;
    this.tallies = count.tallies();
  }

  InventorySummary summary(
      long rows, long refusedRows, List<RefusedRow> refused, List<String> notes) {
    boolean split = splitGroups() <= GroupTable.MAX_GROUPS;
    IntStream.range(0, tallies.size())
        .boxed()
        .sorted(Comparator.comparing(count.groups()::key))
        .forEach(number -> addGroup(count.groups().key(number), tallies.get(number), split));
    groups.sort(Comparator.comparing(FleetGroup::name));
    var allNotes = new ArrayList<>(notes);
    if (!split) {
      allNotes.add(
          ("With their ages there are more than %d groups, so groups are not split by when their"
                  + " phones were last seen; each counts as last seen when its longest unseen phone"
                  + " was.")
              .formatted(GroupTable.MAX_GROUPS));
    }
    groups.stream()
        .filter(group -> group.model().equals(GroupKey.OTHER.model()))
        .forEach(group -> allNotes.add(overflow(group)));
    return new InventorySummary(
        groups,
        rows,
        refusedRows,
        refused,
        unknownDevices(),
        excluded.entrySet().stream()
            .map(entry -> new ExcludedDevices(entry.getKey(), entry.getValue()))
            .toList(),
        instant(count.newest()),
        allNotes);
  }

  private static String overflow(FleetGroup group) {
    return ("There are more than %d different groups; %d phones are counted in the group %s, and"
            + " their firmware as unknown.")
        .formatted(GroupTable.MAX_GROUPS, group.phones(), group.name());
  }

  private long splitGroups() {
    return IntStream.range(0, tallies.size())
        .filter(number -> count.groups().key(number).notAPhone() == null)
        .mapToLong(number -> tallies.get(number).size())
        .sum();
  }

  private void addGroup(GroupKey key, Map<Age, GroupTally> byAge, boolean split) {
    if (byAge.isEmpty()) {
      return;
    }
    var all = new GroupTally();
    byAge.values().forEach(all::add);
    if (key.notAPhone() != null) {
      excluded.merge(key.notAPhone(), all.phones(), Long::sum);
      return;
    }
    if (!key.known()) {
      unknown.merge(
          key.model().isEmpty() ? "unnamed device" : key.model(), all.phones(), Long::sum);
    }
    if (split) {
      byAge.forEach((age, tally) -> groups.add(group(key, suffix(age), tally)));
    } else {
      groups.add(group(key, "", all));
    }
  }

  /** Where no time is known at all, there is nothing to tell apart. */
  private String suffix(Age age) {
    return count.newest() == PhoneTable.UNKNOWN_TIME ? "" : age.suffix();
  }

  private FleetGroup group(GroupKey key, String suffix, GroupTally tally) {
    return new FleetGroup(
        uniqueName(key.name(), suffix),
        key.platform(),
        key.model(),
        key.firmware(),
        tally.phones(),
        key.site(),
        key.signIn(),
        GroupKind.IN_USE,
        day(tally.oldest()),
        false);
  }

  private String uniqueName(String name, String suffix) {
    var base =
        name.length() + suffix.length() <= MAX_NAME
            ? name
            : name.substring(0, MAX_NAME - suffix.length()).strip();
    var unique = base + suffix;
    for (int copy = 2; !names.add(unique); copy++) {
      unique = "%s%s (%d)".formatted(base, suffix, copy);
    }
    return unique;
  }

  private List<UnknownDevices> unknownDevices() {
    var listed = new ArrayList<UnknownDevices>();
    long others = 0;
    for (var entry : unknown.entrySet()) {
      if (listed.size() < MAX_UNKNOWN_LISTED) {
        listed.add(new UnknownDevices(entry.getKey(), entry.getValue()));
      } else {
        others += entry.getValue();
      }
    }
    if (unknown.size() > MAX_UNKNOWN_LISTED) {
      int rest = unknown.size() - MAX_UNKNOWN_LISTED;
      listed.add(new UnknownDevices("other (%d more names)".formatted(rest), others));
    }
    return listed;
  }

  private static @Nullable Instant instant(int time) {
    return time == PhoneTable.UNKNOWN_TIME
        ? null
        : Instant.ofEpochSecond(FleetCount.SECONDS_TO_2000 + time);
  }

  /** A day, so that nobody's hours are told. */
  private static @Nullable Instant day(int time) {
    var instant = instant(time);
    return instant == null ? null : instant.truncatedTo(ChronoUnit.DAYS);
  }
}
