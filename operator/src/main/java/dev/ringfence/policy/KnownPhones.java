package dev.ringfence.policy;

import dev.ringfence.catalog.Identification;
import dev.ringfence.fleet.PhoneTraits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phones of the same traits under the same provisioned trust, as the catalogs know them. Its
 * identity stands for them.
 */
final class KnownPhones {
  private final PhoneTraits traits;
  private final Identification identification;
  private final List<GroupTrust> alternatives;

  /**
   * @param alternatives what phones of each firmware trust that these may be; empty if the catalogs
   *     know none
   */
  KnownPhones(PhoneTraits traits, Identification identification, List<GroupTrust> alternatives) {
    this.traits = traits;
    this.identification = identification;
    this.alternatives = List.copyOf(alternatives);
  }

  PhoneTraits traits() {
    return traits;
  }

  List<GroupTrust> alternatives() {
    return alternatives;
  }

  boolean arePhones() {
    return !(identification instanceof Identification.NotAPhone);
  }

  /** Why the firmware is unknown; null if it is known. */
  @Nullable String unknown() {
    return identification instanceof Identification.Unknown unknown ? unknown.reason() : null;
  }

  @Nullable String platform() {
    return identification instanceof Identification.Known known
        ? known.platform()
        : traits.platform();
  }

  /** Null if the firmware is unknown, or if it may be one of several. */
  @Nullable String family() {
    return alternatives.size() == 1 ? alternatives.get(0).facts().family() : null;
  }
}
