package dev.ringfence.policy;

/** Whether a Block closes the gate (Enforce) or is only reported (Observe). */
public enum Mode {
  ENFORCE("Enforce"),
  OBSERVE("Observe");

  private final String label;

  Mode(String label) {
    this.label = label;
  }

  /** The word used in resources, reports and metrics. */
  public String label() {
    return label;
  }
}
