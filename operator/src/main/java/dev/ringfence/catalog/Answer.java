package dev.ringfence.catalog;

/** Three-valued: only {@link #YES} and {@link #NO} are known. */
public enum Answer {
  YES("Yes"),
  NO("No"),
  UNKNOWN("Unknown");

  private final String label;

  Answer(String label) {
    this.label = label;
  }

  static Answer of(boolean value) {
    return value ? YES : NO;
  }

  public String label() {
    return label;
  }
}
