package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.pki.CertificateChain;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a verdict depends on, as plain values.
 *
 * @param renewal the renewal's name, which approvals must name
 * @param currentChain the chain in force today, null if unknown
 * @param serverNames names the phones connect to
 * @param sipDomains SIP domains whose {@code sip.<domain>} phones look up under strict matching
 * @param at the instant judged: the later of now and the activation time
 * @param inputs digests of what was gathered, for the report
 */
public record Evaluation(
    String renewal,
    CertificateChain chain,
    @Nullable CertificateChain currentChain,
    List<String> serverNames,
    List<String> sipDomains,
    Instant at,
    List<PhoneFleet> fleets,
    FirmwareCatalogs catalogs,
    Policy policy,
    List<Approval> approvals,
    List<InputDigest> inputs) {
  public Evaluation {
    serverNames = List.copyOf(serverNames);
    sipDomains = List.copyOf(sipDomains);
    fleets = List.copyOf(fleets);
    approvals = List.copyOf(approvals);
    inputs = List.copyOf(inputs);
  }

  /** The same with another chain to judge. */
  Evaluation serving(CertificateChain other) {
    return new Evaluation(
        renewal,
        other,
        currentChain,
        serverNames,
        sipDomains,
        at,
        fleets,
        catalogs,
        policy,
        approvals,
        inputs);
  }

  /** The same with other fleets. */
  Evaluation judging(List<PhoneFleet> others) {
    return new Evaluation(
        renewal,
        chain,
        currentChain,
        serverNames,
        sipDomains,
        at,
        others,
        catalogs,
        policy,
        approvals,
        inputs);
  }
}
