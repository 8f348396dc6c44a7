package dev.ringfence.policy;

/** Violated, or undetermined because a needed fact is unknown or below the accepted evidence. */
public enum FindingResult {
  VIOLATED("Violated"),
  UNDETERMINED("Undetermined");

  private final String label;

  FindingResult(String label) {
    this.label = label;
  }

  /** The word used in resources, reports and metrics. */
  public String label() {
    return label;
  }
}
