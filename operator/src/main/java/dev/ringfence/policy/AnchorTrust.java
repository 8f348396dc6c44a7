package dev.ringfence.policy;

import dev.ringfence.catalog.Answer;
import dev.ringfence.catalog.Fact;

/**
 * Whether a firmware in its group trusts a certificate.
 *
 * @param held what the catalog says of the firmware's own store
 * @param pushed whether provisioned trust brings it to the group; NO if nobody pushes it
 */
public record AnchorTrust(Fact held, Reach pushed) {
  public Answer answer() {
    if (held.answer() == Answer.YES || pushed.answer() == Answer.YES) {
      return Answer.YES;
    }
    return held.answer() == Answer.UNKNOWN || pushed.answer() == Answer.UNKNOWN
        ? Answer.UNKNOWN
        : Answer.NO;
  }

  /** Trusted only because somebody pushes it. */
  public boolean onlyPushed() {
    return held.answer() != Answer.YES && pushed.answer() == Answer.YES;
  }
}
