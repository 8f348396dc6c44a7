package dev.ringfence.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts phones over all rows: an address once, with its newest row, a row without one as many
 * phones as it says. Keeps 16 bytes a slot for each address and nothing for each row.
 */
final class FleetCount {
  static final long SECONDS_TO_2000 = 946_684_800L;

  private final AddressHash hash = new AddressHash();
  private final PhoneTable phones = new PhoneTable();
  private final GroupTable groups = new GroupTable();
  private final List<GroupTally> dated = new ArrayList<>();
  private final List<GroupTally> undated = new ArrayList<>();
  private long mostUnaddressed;
  private int newest = PhoneTable.UNKNOWN_TIME;

  /** Why the sighting cannot be counted, or nothing. */
  Optional<String> add(Sighting sighting) {
    int time = seconds(sighting.seen());
    var address = sighting.address();
    var refusal =
        address.isPresent()
            ? addPhone(hash.of(address.getAsLong()), sighting.group(), time)
            : addUnaddressed(sighting, time);
    if (refusal.isEmpty()) {
      newest = Math.max(newest, time);
    }
    return refusal;
  }

  GroupTable groups() {
    return groups;
  }

  /** Seconds since 2000, {@link PhoneTable#UNKNOWN_TIME} if no phone was seen at a known time. */
  int newest() {
    return newest;
  }

  /** Phones by age, for each group by its number. */
  List<Map<Age, GroupTally>> tallies() {
    var tallies = new ArrayList<Map<Age, GroupTally>>();
    for (int group = 0; group < groups.size(); group++) {
      tallies.add(new EnumMap<>(Age.class));
    }
    phones.forEach((group, time) -> tally(tallies.get(group), time).add(1, time));
    for (int group = 0; group < dated.size(); group++) {
      for (var tally : List.of(dated.get(group), undated.get(group))) {
        if (tally.isUsed()) {
          tally(tallies.get(group), tally.oldest()).add(tally);
        }
      }
    }
    return tallies;
  }

  private GroupTally tally(Map<Age, GroupTally> byAge, int time) {
    return byAge.computeIfAbsent(Age.of(time, newest), age -> new GroupTally());
  }

  private Optional<String> addUnaddressed(Sighting sighting, int time) {
    int group = groups.number(sighting.group());
    while (dated.size() <= group) {
      dated.add(new GroupTally());
      undated.add(new GroupTally());
    }
    long unaddressed = dated.get(group).phones() + undated.get(group).phones() + sighting.phones();
    if (unaddressed + phones.size() > FleetGroup.MAX_PHONES) {
      return Optional.of(
          "with its %d phones the group %s may have more than %d, which is the limit"
              .formatted(sighting.phones(), groups.key(group).name(), FleetGroup.MAX_PHONES));
    }
    mostUnaddressed = Math.max(mostUnaddressed, unaddressed);
    var tallies = time == PhoneTable.UNKNOWN_TIME ? undated : dated;
    tallies.get(group).add(sighting.phones(), time);
    return Optional.empty();
  }

  private Optional<String> addPhone(long phone, GroupKey key, int time) {
    int slot = phones.find(phone);
    if (slot >= 0) {
      return update(slot, key, time);
    }
    if (phones.size() + mostUnaddressed >= FleetGroup.MAX_PHONES) {
      return Optional.of(
          "with its address a group may have more than %d phones, which is the limit"
              .formatted(FleetGroup.MAX_PHONES));
    }
    phones.add(phone, groups.number(key), time);
    return Optional.empty();
  }

  private Optional<String> update(int slot, GroupKey key, int time) {
    var earlier = groups.key(phones.group(slot));
    int earlierTime = phones.time(slot);
    var older = earlier.withModelOf(key);
    var newer = key.withModelOf(earlier);
    boolean ordered = time != PhoneTable.UNKNOWN_TIME && earlierTime != PhoneTable.UNKNOWN_TIME;
    if (!ordered && !older.equals(newer)) {
      return Optional.of(
          "it disagrees with another row of the same address, and not both say when the phone was"
              + " seen");
    }
    boolean later = time >= earlierTime;
    phones.set(slot, groups.number(later ? newer : older), Math.max(time, earlierTime));
    return Optional.empty();
  }

  private static int seconds(@Nullable Instant seen) {
    return seen == null
        ? PhoneTable.UNKNOWN_TIME
        : Math.toIntExact(Math.max(0, seen.getEpochSecond() - SECONDS_TO_2000));
  }
}
