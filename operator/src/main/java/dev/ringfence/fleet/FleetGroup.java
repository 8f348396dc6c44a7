package dev.ringfence.fleet;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Phones that are alike.
 *
 * @param platform absent if nothing but the model tells it
 * @param model an id or alias of a catalog, or text that no catalog knows; empty: unknown
 * @param firmware as read, {@link #UNKNOWN_FIRMWARE} if nothing was read
 * @param phones 0 to {@link #MAX_PHONES}
 * @param site empty: not said
 * @param lastSeen when that phone of the group was last seen which was not seen for the longest
 *     time; absent: nothing is known of it
 * @param storedChain whether the phones keep a chain that the certificate web service handed out
 */
public record FleetGroup(
    String name,
    @Nullable String platform,
    String model,
    String firmware,
    long phones,
    String site,
    SignIn signIn,
    GroupKind kind,
    @Nullable Instant lastSeen,
    boolean storedChain) {
  public static final String UNKNOWN_FIRMWARE = "unknown";
  public static final long MAX_PHONES = 10_000_000;

  public FleetGroup {
    Objects.requireNonNull(signIn);
    Objects.requireNonNull(kind);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a group has no name, expected one that is not blank");
    }
    if (phones < 0 || phones > MAX_PHONES) {
      throw new IllegalArgumentException(
          "group %s has %d phones, expected 0 to %d".formatted(name, phones, MAX_PHONES));
    }
    model = model.strip();
    firmware = firmware.isBlank() ? UNKNOWN_FIRMWARE : firmware.strip();
    site = site.strip();
  }

  public PhoneTraits traits() {
    return new PhoneTraits(platform, model, firmware, signIn, lastSeen, storedChain);
  }

  public FleetGroup running(String otherFirmware) {
    return new FleetGroup(
        name, platform, model, otherFirmware, phones, site, signIn, kind, lastSeen, storedChain);
  }

  public FleetGroup named(String other) {
    return new FleetGroup(
        other, platform, model, firmware, phones, site, signIn, kind, lastSeen, storedChain);
  }
}
