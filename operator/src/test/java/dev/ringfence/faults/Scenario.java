package dev.ringfence.faults;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What users do while a fault lasts, and what comes of it.
 *
 * @param before manifests that exist when the first operator starts
 * @param started what is reached before the fault begins
 * @param settled what the change leads to
 * @param changeWrites what the operator writes because of the change
 */
record Scenario(
    String name,
    List<String> before,
    Gate started,
    Consumer<Cluster> change,
    Gate settled,
    Set<WriteKind> changeWrites) {
  Scenario {
    before = List.copyOf(before);
    changeWrites = Set.copyOf(changeWrites);
  }

  /** Verdict and gate of the renewal. */
  record Gate(String verdict, String gate) {
    /** There is no renewal. */
    static final Gate NONE = new Gate("", "");

    static Gate of(Cluster cluster) {
      return cluster
          .renewal()
          .map(
              renewal -> {
                var status = renewal.getStatus();
                boolean judged =
                    status != null
                        && renewal
                            .getMetadata()
                            .getGeneration()
                            .equals(status.observedGeneration());
                return judged
                    ? new Gate(String.valueOf(status.verdict()), String.valueOf(status.gate()))
                    : new Gate("not yet", "judged");
              })
          .orElse(NONE);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
