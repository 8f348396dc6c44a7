package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.fleet.PhoneTraits;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A group of phones with everything known of it. Its name and size are not: groups that differ in
 * these alone are judged once.
 *
 * @param platform null if the catalog knows none
 * @param unknown why the firmware is unknown to the catalog; null if it is known
 * @param firmware null exactly if {@code unknown} is not
 */
public record GroupSubject(
    Evaluation evaluation,
    ChainSubject chain,
    PhoneTraits phones,
    @Nullable String platform,
    @Nullable String unknown,
    @Nullable Firmware firmware,
    Instant at) {

  /** What is known once the firmware is. */
  public record Firmware(FirmwareFacts facts, GroupTrust trust, Assessment assessment) {}

  public boolean known() {
    return firmware != null;
  }

  public FirmwareFacts facts() {
    return required().facts();
  }

  public GroupTrust trust() {
    return required().trust();
  }

  public Assessment assessment() {
    return required().assessment();
  }

  private Firmware required() {
    return Objects.requireNonNull(firmware, "asked for the facts of an unknown firmware");
  }
}
