package dev.ringfence.policy;

/** What happens to a group of phones; the worst first. */
public enum Outcome {
  BROKEN("Broken"),
  UNDETERMINED("Undetermined"),
  AT_RISK("AtRisk"),
  COMPATIBLE("Compatible");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /** The word used in resources, reports and metrics. */
  public String label() {
    return label;
  }
}
