package dev.ringfence.catalog;

import java.util.Arrays;
import java.util.Optional;

/** How well a statement is supported, the weakest first. */
public enum EvidenceLevel {
  RECOLLECTED("Recollected"),
  INFERRED("Inferred"),
  FIELD_REPORTED("FieldReported"),
  OBSERVED("Observed"),
  DOCUMENTED("Documented");

  private final String label;

  EvidenceLevel(String label) {
    this.label = label;
  }

  /** The word used in catalogs, resources and reports. */
  public String label() {
    return label;
  }

  public static Optional<EvidenceLevel> labelled(String label) {
    return Arrays.stream(values()).filter(level -> level.label.equals(label)).findFirst();
  }

  public boolean reaches(EvidenceLevel minimum) {
    return compareTo(minimum) >= 0;
  }

  /** The weaker of the two. */
  public EvidenceLevel atMost(EvidenceLevel ceiling) {
    return compareTo(ceiling) <= 0 ? this : ceiling;
  }
}
