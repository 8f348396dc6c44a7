package dev.ringfence.pki;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * RFC 5280 4.2.1.1.
 *
 * @param keyIdentifier lower-case hexadecimal
 * @param issuers the directory names of authorityCertIssuer
 */
public record AuthorityKeyIdentifier(
    Optional<String> keyIdentifier,
    List<DistinguishedName> issuers,
    Optional<BigInteger> serialNumber) {
  public AuthorityKeyIdentifier {
    issuers = List.copyOf(issuers);
  }
}
