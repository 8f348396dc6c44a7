package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.Identification;
import dev.ringfence.fleet.PhoneTraits;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import java.util.List;

/**
 * What all evaluations behind one report share, whatever their chain and fleets: the rules, the
 * catalogs and the signatures, each verified once.
 */
final class Workbench {
  private final FirmwareCatalogs catalogs;
  private final Policy policy;
  private final RuleRunner rules;
  private final SignatureVerifier verifier = new SignatureVerifier();

  Workbench(Evaluation evaluation, List<Rule> rules) {
    this.catalogs = evaluation.catalogs();
    this.policy = evaluation.policy();
    this.rules = new RuleRunner(rules, policy.severities());
  }

  RuleRunner rules() {
    return rules;
  }

  SignatureVerifier verifier() {
    return verifier;
  }

  /** The certificates of the catalogs that have this normalized subject. */
  List<Certificate> catalogued(String subject) {
    return catalogs.named(subject);
  }

  Identification identify(PhoneTraits phones) {
    return catalogs.identify(
        phones.platform(), phones.model(), phones.firmware(), policy.minimumEvidence());
  }
}
