package dev.ringfence.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Phones by outcome; the four counts add up to {@code total}. Spare phones are not in them. */
public record PhoneCounts(
    long total, long compatible, long atRisk, long broken, long undetermined) {
  public static final PhoneCounts NONE = new PhoneCounts(0, 0, 0, 0, 0);

  public PhoneCounts {
    if (total != compatible + atRisk + broken + undetermined) {
      throw new IllegalArgumentException("Expected the counts by outcome to add up to " + total);
    }
  }

  public static PhoneCounts of(List<GroupReport> groups) {
    Map<Outcome, Long> phones = new EnumMap<>(Outcome.class);
    groups.forEach(group -> phones.merge(group.outcome(), group.countedPhones(), Long::sum));
    return of(phones);
  }

  static PhoneCounts of(Map<Outcome, Long> phones) {
    return new PhoneCounts(
        phones.values().stream().mapToLong(Long::longValue).sum(),
        phones.getOrDefault(Outcome.COMPATIBLE, 0L),
        phones.getOrDefault(Outcome.AT_RISK, 0L),
        phones.getOrDefault(Outcome.BROKEN, 0L),
        phones.getOrDefault(Outcome.UNDETERMINED, 0L));
  }

  public long of(Outcome outcome) {
    return switch (outcome) {
      case BROKEN -> broken;
      case UNDETERMINED -> undetermined;
      case AT_RISK -> atRisk;
      case COMPATIBLE -> compatible;
    };
  }
}
