package dev.ringfence.policy;

/** How much a finding counts; the worst first. Notices never count, Off is not reported. */
public enum Severity {
  ERROR("Error"),
  WARNING("Warning"),
  NOTICE("Notice"),
  OFF("Off");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /** The word used in resources, reports and metrics. */
  public String label() {
    return label;
  }
}
