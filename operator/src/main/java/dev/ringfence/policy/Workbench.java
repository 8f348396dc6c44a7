package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.Identification;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all evaluations behind one report share, whatever their chain and fleets: signatures are
 * verified once, firmwares identified once and their facts resolved once.
 */
final class Workbench {
  private record Phone(@Nullable String platform, String model, String firmware) {}

  private final FirmwareCatalogs catalogs;
  private final Policy policy;
  private final RuleRunner rules;
  private final SignatureVerifier verifier = new SignatureVerifier();
  private final Map<String, List<Certificate>> catalogued = new HashMap<>();
  private final Map<Phone, Identification> identified = new HashMap<>();

  Workbench(Evaluation evaluation, List<Rule> rules) {
    this.catalogs = evaluation.catalogs();
    this.policy = evaluation.policy();
    this.rules = new RuleRunner(rules, policy.severities());
    for (Certificate certificate : catalogs.certificates()) {
      catalogued
          .computeIfAbsent(certificate.subject().normalized(), name -> new ArrayList<>(1))
          .add(certificate);
    }
  }

  RuleRunner rules() {
    return rules;
  }

  SignatureVerifier verifier() {
    return verifier;
  }

  /** The certificates of the catalogs that have this normalized subject. */
  List<Certificate> catalogued(String subject) {
    return catalogued.getOrDefault(subject, List.of());
  }

  Identification identify(FleetGroup group) {
    return identified.computeIfAbsent(
        new Phone(group.platform(), group.model(), group.firmware()),
        phone ->
            catalogs.identify(
                phone.platform(), phone.model(), phone.firmware(), policy.minimumEvidence()));
  }
}
