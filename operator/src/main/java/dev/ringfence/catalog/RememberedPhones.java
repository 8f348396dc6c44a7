package dev.ringfence.catalog;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Identifications already made, with the facts that were resolved for them. Bounded: when it is
 * full it starts anew. Names from inventories are foreign text, so long ones are not kept.
 */
final class RememberedPhones {
  private static final int MAX_PHONES = 2_048;
  private static final int MAX_TEXT = 128;

  private final Function<Phone, Identification> identifier;
  private final ConcurrentMap<Phone, Identification> phones = new ConcurrentHashMap<>();

  /** What a fleet says of a phone, and the weakest evidence that counts. */
  record Phone(
      @Nullable String platform, String model, String firmware, EvidenceLevel minimumEvidence) {
    private boolean brief() {
      return model.length() + firmware.length() + (platform == null ? 0 : platform.length())
          <= MAX_TEXT;
    }
  }

  RememberedPhones(Function<Phone, Identification> identifier) {
    this.identifier = identifier;
  }

  Identification identify(Phone phone) {
    var known = phones.get(phone);
    if (known != null) {
      return known;
    }
    var identified = identifier.apply(phone);
    if (identified instanceof Identification.Known && phone.brief()) {
      if (phones.size() >= MAX_PHONES) {
        phones.clear();
      }
      var earlier = phones.putIfAbsent(phone, identified);
      return earlier == null ? identified : earlier;
    }
    return identified;
  }
}
