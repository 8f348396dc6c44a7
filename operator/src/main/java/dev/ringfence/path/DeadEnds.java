package dev.ringfence.path;

import dev.ringfence.pki.Certificate;

/** What to say of a path that leads to no anchor. */
final class DeadEnds {
  private DeadEnds() {}

  /**
   * Nothing on the path is held by the store. Said for every store without an answer: no format.
   */
  static PathFailure untrusted(Certificate last, TrustStore store) {
    return last.selfIssued()
        ? new PathFailure(
            PathFailure.SELF_SIGNED_UNTRUSTED,
            last,
            "The path ends in the root "
                + last
                + ", which the trust store "
                + store.name()
                + " does not hold.")
        : new PathFailure(
            PathFailure.ISSUER_MISSING,
            last,
            "Neither the served certificates nor the trust store "
                + store.name()
                + " have the issuer "
                + last.issuer()
                + " of "
                + last
                + ".");
  }

  static PathFailure distrusted(Certificate last, TrustStore store) {
    return new PathFailure(
        PathFailure.DISTRUSTED,
        last,
        "The trust store %s holds %s and says that it is not to be trusted for this use."
            .formatted(store.name(), last));
  }

  /** The path is as long as it may become, and not trusted. */
  static PathFailure tooDeep(Certificate last, int maximum) {
    return new PathFailure(
        PathFailure.PATH_TOO_LONG,
        last,
        "The path has %d certificates above the end entity and is not trusted yet."
            .formatted(maximum));
  }

  /** The path goes on into the store and ends there before a root. */
  static PathFailure unrooted(Certificate last, TrustStore store) {
    return new PathFailure(
        PathFailure.ROOT_MISSING,
        last,
        "The trust store %s holds %s but not its issuer %s, and this builder wants a root."
            .formatted(store.name(), last, last.issuer()));
  }
}
