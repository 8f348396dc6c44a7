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

  /** Of two sources, each of which would be enough. */
  public Answer or(Answer other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NO;
  }

  /** Of the label; each answer has one of its own. */
  public char initial() {
    return label.charAt(0);
  }

  public String label() {
    return label;
  }
}
