package dev.ringfence.policy;

/** What a rule looks at. */
public enum Category {
  TRUST("Trust"),
  ALGORITHM("Algorithm"),
  VALIDITY("Validity"),
  PATH("Path"),
  NAME("Name"),
  FLEET("Fleet"),
  SERVING("Serving");

  private final String label;

  Category(String label) {
    this.label = label;
  }

  /** The word used in resources, reports and metrics. */
  public String label() {
    return label;
  }
}
