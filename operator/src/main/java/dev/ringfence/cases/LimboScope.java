package dev.ringfence.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of x509-limbo is judged, and why the rest is not. */
final class LimboScope {
  private static final Set<String> FEATURES =
      Set.of(
          "has-policy-constraints",
          "has-cert-policies",
          "name-constraint-dn",
          "pedantic-webpki-subscriber-key",
          "pedantic-webpki-eku",
          "pedantic-serial-number",
          "pedantic-rfc5280",
          "max-chain-depth",
          "rfc5280-incompatible-with-webpki",
          "denial-of-service");

  private static final Set<String> KEY_USAGES =
      Set.of(
          "digitalSignature",
          "contentCommitment",
          "keyEncipherment",
          "dataEncipherment",
          "keyAgreement",
          "keyCertSign",
          "cRLSign",
          "encipherOnly",
          "decipherOnly");

  private LimboScope() {}

  /** The sentence for a case that is skipped. */
  static Optional<String> outside(LimboCase limbo) {
    if (limbo.clientValidation()) {
      return Optional.of("Certificates of clients are not judged, only those of servers.");
    }
    if (limbo.revocationLists() > 0 || limbo.features().contains("has-crl")) {
      return Optional.of("Certificate revocation lists are not read.");
    }
    if (limbo.features().contains("pedantic-public-suffix-wildcard")) {
      return Optional.of("No list of public suffixes is known.");
    }
    if (limbo.features().contains("no-cert-policies")) {
      return Optional.of("Certificate policies are judged, which this case rules out.");
    }
    if (!limbo.signatureAlgorithms().isEmpty()) {
      return Optional.of("A limit on signature algorithms cannot be set.");
    }
    if (!List.of("serverAuth").containsAll(limbo.extendedKeyUsages())) {
      return Optional.of(
          "The only extended key usage that can be asked for is serverAuth, not %s."
              .formatted(limbo.extendedKeyUsages()));
    }
    LimboCase.PeerName peer = limbo.peerName();
    if (peer != null && !Set.of("DNS", "IP").contains(peer.kind())) {
      return Optional.of("A server has no name of the kind %s.".formatted(peer.kind()));
    }
    return unknown("feature", limbo.features(), FEATURES)
        .or(() -> unknown("key usage", limbo.keyUsages(), KEY_USAGES));
  }

  private static Optional<String> unknown(String what, List<String> words, Set<String> known) {
    return words.stream()
        .filter(word -> !known.contains(word))
        .findFirst()
        .map(word -> "The %s %s is not known.".formatted(what, word));
  }
}
