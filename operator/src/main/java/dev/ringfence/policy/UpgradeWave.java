package dev.ringfence.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The smallest set of upgrades after which the verdict no longer blocks: fewest options, then
 * fewest phones. Exact up to a number of options; beyond it the largest are taken first and those
 * that are not needed given back.
 */
final class UpgradeWave {
  private static final int EXACT_UP_TO = 12;

  private final Policy policy;
  private final long broken;
  private final long undetermined;
  private final List<UpgradeOption> options;
  private final List<UpgradeOption> required;

  /**
   * @param broken phones in use before any upgrade
   * @param undetermined likewise
   * @param options in their order
   * @param required those among them that no budget can spare
   */
  UpgradeWave(
      Policy policy,
      long broken,
      long undetermined,
      List<UpgradeOption> options,
      List<UpgradeOption> required) {
    this.policy = policy;
    this.broken = broken;
    this.undetermined = undetermined;
    this.options = List.copyOf(options);
    this.required = List.copyOf(required);
  }

  /** All options if even they are not enough. */
  List<UpgradeOption> smallest() {
    if (!enough(options)) {
      return options;
    }
    return options.size() <= EXACT_UP_TO ? exact() : greedy();
  }

  private List<UpgradeOption> exact() {
    List<UpgradeOption> best = options;
    Comparator<List<UpgradeOption>> smaller =
        Comparator.comparingInt((List<UpgradeOption> set) -> set.size())
            .thenComparingLong(UpgradeWave::phones);
    for (int bits = 0; bits < 1 << options.size(); bits++) {
      List<UpgradeOption> set = new ArrayList<>();
      for (int i = 0; i < options.size(); i++) {
        if ((bits & 1 << i) != 0) {
          set.add(options.get(i));
        }
      }
      if (smaller.compare(set, best) < 0 && enough(set)) {
        best = set;
      }
    }
    return best;
  }

  private List<UpgradeOption> greedy() {
    List<UpgradeOption> set = new ArrayList<>(options);
    for (int i = options.size() - 1; i >= 0; i--) {
      set.remove(options.get(i));
      if (!enough(set)) {
        set.add(options.get(i));
      }
    }
    return set.stream().sorted(UpgradeOption.ORDER).toList();
  }

  private boolean enough(List<UpgradeOption> set) {
    long stillBroken = broken;
    long stillUndetermined = undetermined;
    for (UpgradeOption option : set) {
      stillBroken -= option.broken();
      stillUndetermined -= option.undetermined();
    }
    return stillBroken <= policy.budgets().broken()
        && (policy.undetermined() == Undetermined.WARN
            || stillUndetermined <= policy.budgets().undetermined())
        && set.containsAll(required);
  }

  private static long phones(List<UpgradeOption> set) {
    return set.stream().mapToLong(UpgradeOption::phones).sum();
  }
}
