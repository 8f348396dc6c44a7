package dev.ringfence.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a group that can change how its phones fare, and nothing else: groups with equal
 * traits under the same provisioned trust fare alike, whatever their names, sites and sizes.
 *
 * @param platform as in {@link FleetGroup}, like all that follow
 */
public record PhoneTraits(
    @Nullable String platform,
    String model,
    String firmware,
    SignIn signIn,
    @Nullable Instant lastSeen,
    boolean storedChain) {
  public PhoneTraits running(String otherFirmware) {
    return new PhoneTraits(platform, model, otherFirmware, signIn, lastSeen, storedChain);
  }
}
