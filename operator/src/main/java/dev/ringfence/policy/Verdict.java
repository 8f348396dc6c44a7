package dev.ringfence.policy;

/** What the evaluation says of a renewal, before approvals and mode. */
public enum Verdict {
  ALLOW("Allow"),
  WARN("Warn"),
  BLOCK("Block"),
  HOLD("Hold");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** The word used in resources, reports and metrics. */
  public String label() {
    return label;
  }
}
