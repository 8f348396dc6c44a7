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
    StringBuilder bearings = new StringBuilder();
    for (Certificate certificate : relevant) {
      trust.bearing(certificate, bearings);
    }
    FirmwareFacts facts = trust.facts();
    return new Likeness(
        facts.abilities(), facts.profiles(), facts.storeComplete(), bearings.toString());
  }
}
