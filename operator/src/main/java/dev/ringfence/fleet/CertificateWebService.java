package dev.ringfence.fleet;

import dev.ringfence.pki.Certificate;
import java.util.List;

/**
 * The web service from which phones download trusted certificates before they sign in.
 *
 * @param trustedCaCerts what it hands out, unless {@code inferCertChainFromSsl} is on
 * @param inferCertChainFromSsl true too where nobody said that it is off
 * @param ports on which the phones reach it, sorted
 */
public record CertificateWebService(
    List<Certificate> trustedCaCerts, boolean inferCertChainFromSsl, List<Integer> ports) {
  public CertificateWebService {
    trustedCaCerts = List.copyOf(trustedCaCerts);
    ports = ports.stream().sorted().distinct().toList();
  }
}
