package dev.ringfence.bench;

import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.NamedTrustStore;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.gather.BuiltInPacks;
import dev.ringfence.gather.CatalogGatherer;
import dev.ringfence.gather.GatheredCatalog;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.policy.Evaluation;
import dev.ringfence.policy.Explanation;
import dev.ringfence.policy.Policy;
import dev.ringfence.policy.PolicyEngine;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The whole engine: all rules on one chain and a fleet, every group on a firmware of its own. */
final class EngineTrial {
  private final PolicyEngine kept = new PolicyEngine(Rules.all());
  private final Evaluation evaluation;
  private final List<Certificate> path;

  /**
   * @param firmwares each with one of the dated stores, in turn
   * @param groups on each firmware, equal but for the site
   * @param profiles of all of them
   */
  EngineTrial(int firmwares, int groups, List<String> profiles) {
    CatalogGatherer gatherer = new CatalogGatherer();
    FirmwareCatalog pack = new BuiltInPacks(gatherer).pack("mozilla").catalog();
    List<String> stores = pack.trustStores().stream().map(NamedTrustStore::name).toList();
    String yaml = BenchCatalog.of(firmwares, stores, profiles);
    GatheredCatalog own = gatherer.gather(yaml.getBytes(StandardCharsets.UTF_8), "bench");
    if (!own.defects().isEmpty()) {
      throw new IllegalStateException(own.defects().toString());
    }
    List<Certificate> served =
        new CertificateParser(ParserLimits.doors()).parse(Examples.chain(), "the chain");
    this.evaluation =
        new Evaluation(
            "bench",
            new CertificateChain(served),
            null,
            List.of("www.cryptography.io"),
            List.of(),
            StoreTrial.AT,
            List.of(
                new PhoneFleet(
                    "bench", groups(firmwares, groups), ProvisionedTrust.none(), List.of(), null)),
            new FirmwareCatalogs(List.of(pack, own.catalog())),
            Policy.defaults(),
            List.of(),
            List.of());
    this.path = path(served, pack);
  }

  private static List<FleetGroup> groups(int firmwares, int count) {
    List<FleetGroup> groups = new ArrayList<>();
    for (int firmware = 0; firmware < firmwares; firmware++) {
      for (int i = 0; i < count; i++) {
        groups.add(
            new FleetGroup(
                "group-%d-%d".formatted(firmware, i),
                BenchCatalog.PLATFORM,
                BenchCatalog.MODEL,
                BenchCatalog.version(firmware),
                10,
                "site-" + i,
                SignIn.PIN,
                GroupKind.IN_USE,
                null,
                false));
      }
    }
    return groups;
  }

  /** What has to be verified for any answer: the chain up to a root that some store holds. */
  private static List<Certificate> path(List<Certificate> served, FirmwareCatalog pack) {
    List<Certificate> path = new ArrayList<>(served);
    Certificate last = served.get(served.size() - 1);
    pack.certificates().stream()
        .map(entry -> entry.certificate())
        .filter(known -> known != null && known.subject().matches(last.issuer()))
        .min(Comparator.comparing(Certificate::sha256))
        .ifPresent(path::add);
    return path;
  }

  /** By a new engine, which has to verify every signature. */
  RenewalReport evaluate() {
    return new PolicyEngine(Rules.all()).evaluate(evaluation);
  }

  /** Likewise. */
  Explanation explain() {
    return new PolicyEngine(Rules.all()).explain(evaluation, null, null);
  }

  /** By an engine that has verified all signatures before. */
  Explanation explainAgain() {
    return kept.explain(evaluation, null, null);
  }

  /** The signatures alone, each verified once. */
  Set<SignatureVerifier.Result> verifySignatures() {
    SignatureVerifier verifier = new SignatureVerifier();
    Set<SignatureVerifier.Result> results = EnumSet.noneOf(SignatureVerifier.Result.class);
    for (int i = 0; i + 1 < path.size(); i++) {
      results.add(verifier.verify(path.get(i), path.get(i + 1).publicKey()));
    }
    return results;
  }
}
