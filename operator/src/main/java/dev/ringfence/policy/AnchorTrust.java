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
    return held.answer().or(pushed.answer());
  }

  /** Trusted only because somebody pushes it. */
  public boolean onlyPushed() {
    return held.answer() != Answer.YES && pushed.answer() == Answer.YES;
  }
}
