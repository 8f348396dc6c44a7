package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.catalog.Identification;
import dev.ringfence.fleet.PhoneTraits;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.DistinguishedName;
import dev.ringfence.pki.SignatureVerifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all evaluations behind one report share, whatever their chain and fleets: the rules, the
 * catalogs and the signatures, each verified once.
 */
final class Workbench {
  private final FirmwareCatalogs catalogs;
  private final Policy policy;
  private final RuleRunner rules;
  private final SignatureVerifier verifier;
  private final Map<Build, GroupTrust> trust = new HashMap<>();

  /** What makes trust alike. */
  private record Build(
      String facts,
      @Nullable String model,
      SignIn signIn,
      boolean storedChain,
      ProvisionedTrust provisioned) {}

  Workbench(Evaluation evaluation, RuleRunner rules, SignatureVerifier verifier) {
    this.verifier = verifier;
    this.catalogs = evaluation.catalogs();
    this.policy = evaluation.policy();
    this.rules = rules.with(policy.severities());
  }

  RuleRunner rules() {
    return rules;
  }

  SignatureVerifier verifier() {
    return verifier;
  }

  /** The certificates of the catalogs that have this subject. */
  List<Certificate> catalogued(DistinguishedName subject) {
    return catalogs.named(subject);
  }

  /** One for all chains that are tried, so that each question on a root is answered once. */
  GroupTrust trust(FirmwareFacts facts, PhoneTraits phones, ProvisionedTrust provisioned) {
    return trust.computeIfAbsent(
        new Build(facts.key(), facts.model(), phones.signIn(), phones.storedChain(), provisioned),
        build -> new GroupTrust(facts, phones, provisioned));
  }

  Identification identify(PhoneTraits phones) {
    return catalogs.identify(
        phones.platform(), phones.model(), phones.firmware(), policy.minimumEvidence());
  }
}
