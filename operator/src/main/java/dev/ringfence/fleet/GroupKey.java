package dev.ringfence.fleet;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What makes phones alike while counting.
 *
 * @param notAPhone the catalog's name of the device if it is none
 */
record GroupKey(
    @Nullable String platform,
    String model,
    String firmware,
    String site,
    SignIn signIn,
    boolean known,
    @Nullable String notAPhone)
    implements Comparable<GroupKey> {
  /** Counts what came after there were too many different groups. */
  static final GroupKey OTHER =
      new GroupKey(
          null, "other models", FleetGroup.UNKNOWN_FIRMWARE, "", SignIn.UNDECLARED, false, null);

  private static final Comparator<GroupKey> ORDER =
      Comparator.comparing(GroupKey::model)
          .thenComparing(GroupKey::firmware)
          .thenComparing(GroupKey::site)
          .thenComparing(GroupKey::signIn)
          .thenComparing(GroupKey::known)
          .thenComparing(GroupKey::platform, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(GroupKey::notAPhone, Comparator.nullsFirst(Comparator.naturalOrder()));

  /**
   * The hardware of an address does not change: a row that names no model takes that of another.
   */
  GroupKey withModelOf(GroupKey other) {
    boolean nameless = model.isEmpty() && notAPhone == null;
    return nameless && !other.model.isEmpty() && other.notAPhone == null
        ? new GroupKey(
            other.platform == null ? platform : other.platform,
            other.model,
            firmware,
            site,
            signIn,
            other.known,
            null)
        : this;
  }

  String name() {
    var name = new StringBuilder(model.isEmpty() ? platformOrUnknown() : model);
    name.append(' ').append(firmware);
    if (!site.isEmpty()) {
      name.append(' ').append(site);
    }
    if (signIn != SignIn.UNDECLARED) {
      name.append(' ').append(signIn.label());
    }
    return name.toString();
  }

  private String platformOrUnknown() {
    return platform == null ? "unnamed device" : platform;
  }

  @Override
  public int compareTo(GroupKey other) {
    return ORDER.compare(this, other);
  }
}
