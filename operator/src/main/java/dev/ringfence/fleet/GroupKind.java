package dev.ringfence.fleet;

import java.util.Arrays;
import java.util.Optional;

/** Whether phones are in use or in a cupboard; spares count in advice only. */
public enum GroupKind {
  IN_USE("InUse"),
  SPARE("Spare");

  private final String label;

  GroupKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<GroupKind> labelled(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }
}
