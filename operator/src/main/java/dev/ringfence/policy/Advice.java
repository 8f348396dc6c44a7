package dev.ringfence.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that helps. What it does was found by evaluating the changed input with the same rules,
 * unless its kind says that this cannot be done.
 *
 * @param message what to do, and what comes of it, as sentences
 * @param edit of the served chain; null if that stays as it is
 * @param upgrades of firmware, sorted
 * @param push of a certificate to the phones; null if none is needed
 * @param commands for the administrator, in order; empty where no command does it
 * @param effect on the phones; without any group if nothing could be evaluated
 */
public record Advice(
    AdviceKind kind,
    String message,
    @Nullable ServedEdit edit,
    List<FirmwareUpgrade> upgrades,
    @Nullable TrustPush push,
    List<String> commands,
    Effect effect) {
  public Advice {
    upgrades = List.copyOf(upgrades);
    commands = List.copyOf(commands);
  }

  static Advice ofChain(AdviceKind kind, String message, ServedEdit edit, Effect effect) {
    return new Advice(kind, message, edit, List.of(), null, List.of(), effect);
  }

  /** Phones in use that are Broken or Undetermined now and not after it. */
  public long phonesRecovered() {
    return AdvisedGroup.phonesInUse(effect.recovered());
  }

  /** Phones in use that are newly Broken or Undetermined after it. */
  public long phonesLost() {
    return AdvisedGroup.phonesInUse(effect.lost());
  }

  /** Phones in use that still do not work after it, and for fewer reasons. */
  public long phonesEased() {
    return AdvisedGroup.phonesInUse(effect.eased());
  }
}
