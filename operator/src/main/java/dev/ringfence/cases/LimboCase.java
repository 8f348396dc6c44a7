package dev.ringfence.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case of x509-limbo, as far as a validator looks at it. Certificates are PEM texts, words are
 * those of its schema.
 *
 * @param id name spaces and a name, separated by {@code ::}
 * @param clientValidation whether a server judges the certificate of a client
 * @param at null for now
 * @param peerName the name of the server, null if none is asked for
 * @param maxDepth CA certificates between end entity and anchor, null for no limit
 * @param revocationLists their number
 */
public record LimboCase(
    String id,
    List<String> features,
    boolean clientValidation,
    List<String> trusted,
    List<String> intermediates,
    String peer,
    @Nullable Instant at,
    List<String> signatureAlgorithms,
    List<String> keyUsages,
    List<String> extendedKeyUsages,
    @Nullable PeerName peerName,
    @Nullable Integer maxDepth,
    int revocationLists) {

  /**
   * A name to look for.
   *
   * @param kind DNS, IP or RFC822
   */
  public record PeerName(String kind, String value) {}

  public LimboCase {
    features = List.copyOf(features);
    trusted = List.copyOf(trusted);
    intermediates = List.copyOf(intermediates);
    signatureAlgorithms = List.copyOf(signatureAlgorithms);
    keyUsages = List.copyOf(keyUsages);
    extendedKeyUsages = List.copyOf(extendedKeyUsages);
  }
}
