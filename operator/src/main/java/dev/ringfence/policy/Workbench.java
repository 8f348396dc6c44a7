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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What all evaluations behind one report share, whatever their chain and fleets: the rules, the
 * catalogs and the signatures, each verified once.
 */
final class Workbench {
  private final FirmwareCatalogs catalogs;
  private final Policy policy;
  private final RuleRunner rules;
  private final SignatureVerifier verifier;
  private final Map<Kind, KnownPhones> known = new HashMap<>();
  private final Map<Build, GroupTrust> trust = new HashMap<>();

  /** What makes groups fare alike. */
  private record Kind(PhoneTraits phones, ProvisionedTrust provisioned) {}

  /** What makes them build and judge paths alike. */
  private record Build(
      String facts, SignIn signIn, boolean storedChain, ProvisionedTrust provisioned) {}

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

  /** Equal ones are the same for all chains that are tried. */
  KnownPhones phones(PhoneTraits phones, ProvisionedTrust provisioned) {
    Kind kind = new Kind(phones, provisioned);
    KnownPhones found = known.get(kind);
    if (found == null) {
      found = identify(phones, provisioned);
      known.put(kind, found);
    }
    return found;
  }

  private KnownPhones identify(PhoneTraits phones, ProvisionedTrust provisioned) {
    Identification identification =
        catalogs.identify(
            phones.platform(), phones.model(), phones.firmware(), policy.minimumEvidence());
    List<GroupTrust> alternatives = new ArrayList<>(1);
    if (identification instanceof Identification.Known identified) {
      for (FirmwareFacts facts : identified.alternatives()) {
        alternatives.add(trust(facts, phones, provisioned));
      }
    }
    return new KnownPhones(phones, identification, alternatives);
  }

  private GroupTrust trust(FirmwareFacts facts, PhoneTraits phones, ProvisionedTrust provisioned) {
    Build build = new Build(facts.key(), phones.signIn(), phones.storedChain(), provisioned);
    GroupTrust found = trust.get(build);
    if (found == null) {
      found = new GroupTrust(facts, phones, provisioned);
      trust.put(build, found);
    }
    return found;
  }
}
