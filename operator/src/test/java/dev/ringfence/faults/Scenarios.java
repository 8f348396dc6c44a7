package dev.ringfence.faults;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.controller.Manifests;
import dev.ringfence.faults.Scenario.Gate;
import dev.ringfence.gather.ChainGatherer;
import dev.ringfence.testing.TestPki;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The life of one renewal, a change at a time. */
final class Scenarios {
  static final String RENEWAL = "pool";

  private static final String NEW = "4.0.7577.4420";
  private static final String OLD = "4.0.7577.4387";
  private static final String FLEET = "desk-phones";
  private static final String APPROVAL = "chg1";
  private static final Instant LATER = Instant.parse("2035-01-01T00:00:00Z");

  /** Valid on any day on which these tests may run. */
  private static final String CHAIN =
      TestPki.endEntity(Manifests.ROOT)
          .valid(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2039-12-31T00:00:00Z"))
          .mint()
          .pem();

  private static final String OTHER_CHAIN = CHAIN + Manifests.ROOT.pem();
  private static final String WORKING = Manifests.fleet(FLEET, NEW, 120, Manifests.ROOT);
  private static final String FAILING = Manifests.fleet(FLEET, OLD, 120, Manifests.OTHER_ROOT);
  private static final Gate WARN = new Gate("Warn", "Open");
  private static final Gate BLOCKED = new Gate("Block", "Closed");
  private static final Gate APPROVED = new Gate("Block", "Open");

  private static final Set<WriteKind> JUDGED =
      Set.of(WriteKind.EVENT, WriteKind.REPORT, WriteKind.RENEWAL_STATUS);
  private static final Set<WriteKind> APPROVAL_TOO = and(WriteKind.APPROVAL_STATUS);
  private static final Set<WriteKind> CATALOG_TOO = and(WriteKind.CATALOG_STATUS);
  private static final Set<WriteKind> INPUTS_TOO =
      and(WriteKind.FLEET_STATUS, WriteKind.POLICY_STATUS);

  private Scenarios() {}

  private static Set<WriteKind> and(WriteKind... kinds) {
    Set<WriteKind> all = EnumSet.copyOf(List.of(kinds));
    all.addAll(JUDGED);
    return all;
  }

  static List<Scenario> all() {
    return List.of(
        new Scenario(
            "allow",
            List.of(WORKING, quiet()),
            Gate.NONE,
            cluster -> cluster.apply(renewal(CHAIN, "policyRef: {name: quiet}")),
            new Gate("Allow", "Open"),
            JUDGED),
        new Scenario(
            "warn",
            List.of(WORKING),
            Gate.NONE,
            cluster -> cluster.apply(renewal(CHAIN)),
            WARN,
            JUDGED),
        new Scenario(
            "block",
            List.of(FAILING),
            Gate.NONE,
            cluster -> cluster.apply(renewal(CHAIN)),
            BLOCKED,
            JUDGED),
        new Scenario(
            "block then approve",
            List.of(FAILING, renewal(CHAIN)),
            BLOCKED,
            Scenarios::approve,
            APPROVED,
            APPROVAL_TOO),
        new Scenario(
            "approval revoked",
            List.of(FAILING, renewal(CHAIN), approval(LATER)),
            APPROVED,
            Scenarios::revoke,
            BLOCKED,
            JUDGED),
        new Scenario(
            "chain changed after approval",
            List.of(FAILING, renewal(CHAIN), approval(LATER)),
            APPROVED,
            cluster -> cluster.apply(renewal(OTHER_CHAIN)),
            BLOCKED,
            APPROVAL_TOO),
        new Scenario(
            "fleet and policy changed",
            List.of(WORKING, quiet(), renewal(CHAIN, "policyRef: {name: quiet}")),
            new Gate("Allow", "Open"),
            Scenarios::changeInputs,
            BLOCKED,
            INPUTS_TOO),
        new Scenario(
            "catalog changed",
            List.of(WORKING, renewal(CHAIN)),
            WARN,
            cluster -> cluster.apply(catalog()),
            BLOCKED,
            CATALOG_TOO),
        new Scenario(
            "expiry passing",
            List.of(FAILING, renewal(CHAIN), approval(expiry())),
            APPROVED,
            cluster -> cluster.clock().moveTo(expiry()),
            BLOCKED,
            APPROVAL_TOO),
        new Scenario(
            "delete",
            List.of(FAILING, renewal(CHAIN), approval(LATER)),
            APPROVED,
            cluster -> cluster.delete(CertificateRenewal.class, RENEWAL),
            Gate.NONE,
            Set.of(WriteKind.APPROVAL_STATUS)));
  }

  /** A fleet that the chain works for, and a renewal to that chain. */
  static List<String> working() {
    return List.of(WORKING, renewal(CHAIN));
  }

  /** The same fleet, which the chain does not work for. */
  static String failing() {
    return FAILING;
  }

  /** The same renewal to another chain. */
  static String otherChain() {
    return renewal(OTHER_CHAIN);
  }

  /** An approval is created and revoked while no operator has written anything about it. */
  static Scenario revokedUnseen() {
    return new Scenario(
        "approval revoked unseen",
        List.of(FAILING, renewal(CHAIN)),
        BLOCKED,
        cluster -> {},
        BLOCKED,
        Set.of());
  }

  static void approve(Cluster cluster) {
    cluster.apply(approval(LATER));
  }

  static void revoke(Cluster cluster) {
    cluster.delete(RenewalApproval.class, APPROVAL);
  }

  /** The clock is set past an expiry that is half an hour away. */
  static Scenario expiredByStep() {
    Duration hour = Duration.ofHours(1);
    return new Scenario(
        "clock set past an expiry",
        List.of(FAILING, renewal(CHAIN), approval(CaseClock.START.plus(hour.dividedBy(2)))),
        APPROVED,
        cluster -> cluster.clock().moveTo(CaseClock.START.plus(hour)),
        BLOCKED,
        APPROVAL_TOO);
  }

  /** The policy's change alone changes no verdict, so that there is one transition. */
  private static void changeInputs(Cluster cluster) {
    cluster.apply(
        Manifests.policy(
            "quiet",
            "severities: {ProvisionedTrustRequired: Off, FirmwareBelowMinimum: Off, WildcardName: Off}"));
    cluster.apply(FAILING);
  }

  /** Far enough for every start, and not an hour away. */
  private static Instant expiry() {
    return CaseClock.START.plus(Duration.ofSeconds(4));
  }

  static String renewal(String chain, String... more) {
    return Manifests.renewal(RENEWAL, chain, FLEET, more);
  }

  static String approval(Instant expiresAt) {
    return Manifests.approvalOfForeignRoot(
        APPROVAL,
        RENEWAL,
        new ChainGatherer().gather(CHAIN.getBytes(StandardCharsets.US_ASCII), "test").sha256(),
        120,
        expiresAt.toString());
  }

  /** Against the warnings that the working fleet would have. */
  private static String quiet() {
    return Manifests.policy(
        "quiet", "severities: {ProvisionedTrustRequired: Off, FirmwareBelowMinimum: Off}");
  }

  /** A laboratory finds that the working firmware does not verify the chain. */
  private static String catalog() {
    return Manifests.catalog(
        "{capability: signature.sha256WithRSAEncryption, value: false, level: Observed, sources: [LAB], scope: {model: CX600, from: %1$s, to: %1$s}}"
            .formatted(NEW));
  }
}
