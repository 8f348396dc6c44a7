package dev.ringfence.policy;

/** What phones that cannot be judged do to the verdict. */
public enum Undetermined {
  BLOCK("Block"),
  WARN("Warn");

  private final String label;

  Undetermined(String label) {
    this.label = label;
  }

  /** The word used in resources, reports and metrics. */
  public String label() {
    return label;
  }
}
