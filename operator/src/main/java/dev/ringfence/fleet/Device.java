package dev.ringfence.fleet;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of the device itself.
 *
 * @param known whether a catalog knows the model, or the platform alone if none is named
 * @param notAPhone the catalog's name of it if it is no phone
 * @param address from a user agent that carries one
 */
record Device(
    @Nullable String platform,
    String model,
    String firmware,
    boolean known,
    @Nullable String notAPhone,
    OptionalLong address) {

  GroupKey group() {
    return group("", SignIn.UNDECLARED);
  }

  /** Devices that are no phones are counted by name alone. */
  GroupKey group(String site, SignIn signIn) {
    return notAPhone == null
        ? new GroupKey(platform, model, firmware, site, signIn, known, null)
        : new GroupKey(null, "", "", "", SignIn.UNDECLARED, true, notAPhone);
  }
}
