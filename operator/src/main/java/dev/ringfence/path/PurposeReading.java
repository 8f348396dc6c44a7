package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.KeyPurpose;
import dev.ringfence.pki.KeyUsage;
import java.util.List;
import java.util.Set;

/**
 * What lets a certificate be used for a TLS server or client.
 *
 * @param anyPurpose the purpose that stands for all of them counts
 * @param gatedCryptography the obsolete purposes of export rules stand for a server
 * @param serverUses one of these key usages is needed by a server's end entity that has a key
 *     usage; if empty, neither key usage nor Netscape type are looked at
 * @param clientUses the same for a client
 */
public record PurposeReading(
    boolean anyPurpose,
    boolean gatedCryptography,
    Set<KeyUsage.Use> serverUses,
    Set<KeyUsage.Use> clientUses) {
  public PurposeReading {
    serverUses = Set.copyOf(serverUses);
    clientUses = Set.copyOf(clientUses);
  }

  /** RFC 5280 4.2.1.12: extended key usage alone. */
  static PurposeReading rfc5280() {
    return new PurposeReading(true, false, Set.of(), Set.of());
  }

  String wanted(Purpose purpose) {
    return purpose == Purpose.CLIENT ? KeyPurpose.CLIENT_AUTH : KeyPurpose.SERVER_AUTH;
  }

  boolean allows(List<String> purposes, Purpose purpose) {
    return purposes.contains(wanted(purpose))
        || (anyPurpose && purposes.contains(KeyPurpose.ANY))
        || (gatedCryptography
            && purpose != Purpose.CLIENT
            && (purposes.contains(KeyPurpose.NETSCAPE_SERVER_GATED_CRYPTO)
                || purposes.contains(KeyPurpose.MICROSOFT_SERVER_GATED_CRYPTO)));
  }

  /** Key usage and Netscape type of an end entity. */
  boolean allowsUse(Certificate endEntity, Purpose purpose) {
    boolean client = purpose == Purpose.CLIENT;
    var uses = client ? clientUses : serverUses;
    if (uses.isEmpty()) {
      return true;
    }
    return endEntity.keyUsage().map(usage -> uses.stream().anyMatch(usage::allows)).orElse(true)
        && endEntity
            .netscapeCertType()
            .map(type -> client ? type.sslClient() : type.sslServer())
            .orElse(true);
  }
}
