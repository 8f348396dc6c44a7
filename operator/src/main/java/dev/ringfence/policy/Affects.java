package dev.ringfence.policy;

/** What stops working. */
public enum Affects {
  REGISTRATION("Registration"),
  CONFERENCING("Conferencing"),
  UPDATE("Update");

  private final String label;

  Affects(String label) {
    this.label = label;
  }

  /** The word used in resources, reports and metrics. */
  public String label() {
    return label;
  }
}
