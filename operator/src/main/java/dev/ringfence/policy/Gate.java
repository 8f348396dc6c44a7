package dev.ringfence.policy;

/** Whether the renewed chain may be put in force. */
public enum Gate {
  OPEN("Open"),
  CLOSED("Closed");

  private final String label;

  Gate(String label) {
    this.label = label;
  }

  /** The word used in resources, reports and metrics. */
  public String label() {
    return label;
  }
}
