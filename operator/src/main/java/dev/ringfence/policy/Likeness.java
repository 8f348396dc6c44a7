package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.pki.Certificate;
import java.util.List;

/**
 * All that decides how a firmware builds and judges paths of one chain: answers, whoever gives them
 * and whatever the phone is called. Firmwares with equal ones fare alike; only sentences differ.
 *
 * @param abilities {@link FirmwareFacts#abilities}
 * @param trust {@link GroupTrust#bearing} of each certificate that can matter to the chain
 */
record Likeness(String abilities, List<String> profiles, boolean storeComplete, String trust) {
  static Likeness of(GroupTrust trust, List<Certificate> relevant) {
    FirmwareFacts facts = trust.facts();
    char[] bearings = new char[relevant.size()];
    for (int i = 0; i < bearings.length; i++) {
      bearings[i] = trust.bearing(relevant.get(i));
    }
    return new Likeness(
        facts.abilities(), facts.profiles(), facts.storeComplete(), String.valueOf(bearings));
  }
}
