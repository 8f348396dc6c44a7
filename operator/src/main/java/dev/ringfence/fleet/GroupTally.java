package dev.ringfence.fleet;

/** Phones of one group and the oldest and newest of their times, in seconds since 2000. */
final class GroupTally {
  private long phones;
  private int oldest = PhoneTable.UNKNOWN_TIME;
  private boolean used;

  long phones() {
    return phones;
  }

  /** {@link PhoneTable#UNKNOWN_TIME} if none is known. */
  int oldest() {
    return oldest;
  }

  /** A group that a row named stays, with no phones too. */
  boolean isUsed() {
    return used;
  }

  void add(long more, int time) {
    used = true;
    phones += more;
    if (time != PhoneTable.UNKNOWN_TIME && (oldest == PhoneTable.UNKNOWN_TIME || time < oldest)) {
      oldest = time;
    }
  }

  void add(GroupTally other) {
    add(other.phones, other.oldest);
  }
}
