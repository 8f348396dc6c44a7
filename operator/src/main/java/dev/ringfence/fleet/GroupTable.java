package dev.ringfence.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the different groups. Beyond a limit they all become {@link GroupKey#OTHER}. */
final class GroupTable {
  static final int MAX_GROUPS = 2_000;

  private final Map<GroupKey, Integer> numbers = new HashMap<>();
  private final List<GroupKey> keys = new ArrayList<>();

  int number(GroupKey key) {
    var number = numbers.get(key);
    if (number != null) {
      return number;
    }
    boolean full = keys.size() >= MAX_GROUPS - 1 && key.notAPhone() == null;
    if (full && !key.equals(GroupKey.OTHER)) {
      return number(GroupKey.OTHER);
    }
    numbers.put(key, keys.size());
    keys.add(key);
    return keys.size() - 1;
  }

  GroupKey key(int number) {
    return keys.get(number);
  }

  int size() {
    return keys.size();
  }
}
