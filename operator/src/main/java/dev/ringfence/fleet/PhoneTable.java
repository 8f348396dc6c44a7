package dev.ringfence.fleet;

/**
 * For each phone its group and when it was seen: an open hash table of 16 bytes a slot, at most two
 * thirds full. Times are seconds since 2000.
 */
final class PhoneTable {
  static final int UNKNOWN_TIME = Integer.MIN_VALUE;
  private static final int FIRST_SLOTS = 1 << 10;

  private long[] hashes = new long[FIRST_SLOTS];
  private int[] groups = new int[FIRST_SLOTS];
  private int[] times = new int[FIRST_SLOTS];
  private int size;

  interface Visitor {
    void phone(int group, int time);
  }

  int size() {
    return size;
  }

  /** The slot of a phone, below zero if it is new. */
  int find(long hash) {
    int slot = slot(filled(hash));
    return hashes[slot] == 0 ? -1 : slot;
  }

  int group(int slot) {
    return groups[slot];
  }

  int time(int slot) {
    return times[slot];
  }

  void set(int slot, int group, int time) {
    groups[slot] = group;
    times[slot] = time;
  }

  void add(long hash, int group, int time) {
    if (3L * (size + 1) > 2L * hashes.length) {
      grow();
    }
    insert(filled(hash), group, time);
    size++;
  }

  void forEach(Visitor visitor) {
    for (int slot = 0; slot < hashes.length; slot++) {
      if (hashes[slot] != 0) {
        visitor.phone(groups[slot], times[slot]);
      }
    }
  }

  private void insert(long hash, int group, int time) {
    int slot = slot(hash);
    hashes[slot] = hash;
    set(slot, group, time);
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) hash & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Zero marks a free slot. */
  private static long filled(long hash) {
    return hash == 0 ? 1 : hash;
  }

  private void grow() {
    var oldHashes = hashes;
    var oldGroups = groups;
    var oldTimes = times;
    hashes = new long[oldHashes.length * 2];
    groups = new int[hashes.length];
    times = new int[hashes.length];
    for (int slot = 0; slot < oldHashes.length; slot++) {
      if (oldHashes[slot] != 0) {
        insert(oldHashes[slot], oldGroups[slot], oldTimes[slot]);
      }
    }
  }
}
