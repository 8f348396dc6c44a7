package dev.ringfence.faults;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a fault is made and ended while a scenario changes.
 *
 * @param needs what a scenario's change has to write for the fault to be met; empty: anything
 * @param group row of the table of results
 * @param compares what of a state is compared with a run without the fault
 */
record FaultPlan(
    String group,
    String name,
    Set<WriteKind> needs,
    Injection injection,
    UnaryOperator<ClusterState> compares) {
  /** Makes the fault, lets the users change what they want, and ends it. */
  interface Injection {
    void inject(FaultCase run, Runnable change);
  }

  static FaultPlan of(String group, String name, Injection injection) {
    return new FaultPlan(group, name, Set.of(), injection, state -> state);
  }

  static FaultPlan of(String group, String name, WriteKind kind, Injection injection) {
    return new FaultPlan(group, name, Set.of(kind), injection, state -> state);
  }

  void inject(FaultCase run, Runnable change) {
    injection.inject(run, change);
  }

  ClusterState comparable(ClusterState state) {
    return compares.apply(state);
  }

  @Override
  public String toString() {
    return name;
  }
}
