package dev.ringfence.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every write of the operators of one case, in the order in which they were answered. */
final class WireLog {
  private final List<WireWrite> writes = new CopyOnWriteArrayList<>();

  void add(WireWrite write) {
    writes.add(write);
  }

  List<WireWrite> writes() {
    return List.copyOf(writes);
  }

  int size() {
    return writes.size();
  }
}
