package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import dev.ringfence.policy.Evaluation;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.Mode;
import dev.ringfence.policy.Problem;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GathererTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  private static final Minted ROOT = TestPki.rootCa().mint();
  private static final String CHAIN = TestPki.endEntity(ROOT).mint().pem();
  private static final String OTHER_CHAIN =
      TestPki.endEntity(ROOT).expires(Instant.parse("2026-11-30T23:59:59Z")).mint().pem();

  private final MapResources resources = new MapResources();

  @Test
  void gathersEverythingThatTheRenewalNames() {
    resources
        .with(PhoneFleet.class, fleet("b"))
        .with(PhoneFleet.class, fleet("a"))
        .with(RenewalPolicy.class, policy("mode: Observe"))
        .with(RenewalApproval.class, approval("WildcardName"));

    Evaluation evaluation =
        complete(renewal("fleetRefs: [{name: b}, {name: a}]", "policyRef: {name: default}"));

    assertThat(evaluation.renewal()).isEqualTo("pool");
    assertThat(evaluation.at()).isEqualTo(NOW);
    assertThat(evaluation.policy().mode()).isEqualTo(Mode.OBSERVE);
    assertThat(evaluation.fleets()).extracting(fleet -> fleet.name()).containsExactly("a", "b");
    assertThat(evaluation.approvals()).extracting(a -> a.name()).containsExactly("chg1");
    assertThat(evaluation.inputs())
        .extracting(InputDigest::kind)
        .containsExactly("FirmwarePack", "PhoneFleet", "PhoneFleet", "RenewalPolicy");
  }

  @Test
  void findsEveryProblemNotOnlyTheFirst() {
    Gathered gathered =
        gather(
            resources.read(
                CertificateRenewal.class,
                """
                metadata: {name: pool, namespace: voice}
                spec:
                  chain: {inline: "no certificate"}
                  fleetRefs: [{name: missing}]
                  policyRef: {name: missing}
                  activationTime: tomorrow
                """));

    assertThat(problems(gathered))
        .extracting(Problem::reason)
        .containsExactly(
            "ActivationTimeUnreadable", "ChainUnreadable", "FleetNotFound", "PolicyNotFound");
    assertThat(gathered.isComplete()).isFalse();
  }

  @Test
  void judgesAtTheActivationUntilItHasPassed() {
    resources.with(PhoneFleet.class, fleet("a"));

    assertThat(complete(renewal("activationTime: \"2026-07-01T00:00:00Z\"")).at())
        .isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
    assertThat(complete(renewal("activationTime: \"2026-05-01T00:00:00Z\"")).at()).isEqualTo(NOW);
  }

  @Test
  void anApprovalThatCannotBeReadIsNotInForceAndHoldsNothing() {
    resources.with(PhoneFleet.class, fleet("a")).with(RenewalApproval.class, approval("NoRule"));

    assertThat(complete(renewal()).approvals()).isEmpty();
  }

  @Test
  void aCatalogOfWhichNothingCanBeUsedHolds() {
    resources
        .with(PhoneFleet.class, fleet("a"))
        .with(FirmwareCatalog.class, "metadata: {name: lab, uid: u1, generation: 1}");

    assertThat(problems(gather(renewal())))
        .extracting(Problem::reason)
        .containsExactly("CatalogUnreadable");
  }

  @Test
  void theInventoryIsPartOfAFleetsDigest() {
    resources
        .with(
            PhoneFleet.class,
            """
            metadata: {name: a, namespace: voice, generation: 1}
            spec: {inventory: {configMapKeyRef: {name: inventory, key: phones.csv}, format: Plain}}
            """)
        .withValue("inventory/phones.csv", "model,firmware,phones\nCX600,4.0.7577.4420,7\n");
    Evaluation before = complete(renewal());
    resources.withValue("inventory/phones.csv", "model,firmware,phones\nCX600,4.0.7577.4420,8\n");
    Evaluation after = complete(renewal());

    assertThat(before.fleets().get(0).phonesInUse()).isEqualTo(7);
    assertThat(after.fleets().get(0).phonesInUse()).isEqualTo(8);
    assertThat(fleetDigest(after)).isNotEqualTo(fleetDigest(before));
  }

  @Test
  void theOldestOfATargetKeepsIt() {
    CertificateRenewal oldest = target("oldest", CHAIN, "2026-01-01T00:00:00Z");
    CertificateRenewal other = target("a-newer", OTHER_CHAIN, "2026-02-01T00:00:00Z");
    CertificateRenewal same = target("newest", CHAIN, "2026-03-01T00:00:00Z");
    resources.with(PhoneFleet.class, fleet("a")).with(oldest).with(other).with(same);

    assertThat(gather(oldest).isComplete()).isTrue();
    assertThat(gather(same).isComplete()).as("the same chain as the one that is kept").isTrue();
    assertThat(problems(gather(other)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.reason()).isEqualTo("TargetConflict");
              assertThat(problem.message()).contains("The renewal oldest is older");
              assertThat(problem.onlyAnEditHeals()).isFalse();
            });
  }

  @Test
  void anUnreadableChainOfTheOlderOneIsNotTheSameChain() {
    CertificateRenewal oldest = target("oldest", "nothing", "2026-01-01T00:00:00Z");
    CertificateRenewal newer = target("newer", CHAIN, "2026-02-01T00:00:00Z");
    resources.with(PhoneFleet.class, fleet("a")).with(oldest).with(newer);

    assertThat(problems(gather(newer)))
        .extracting(Problem::reason)
        .containsExactly("TargetConflict");
  }

  private static String fleetDigest(Evaluation evaluation) {
    return evaluation.inputs().stream()
        .filter(input -> input.kind().equals("PhoneFleet"))
        .map(InputDigest::digest)
        .findFirst()
        .orElseThrow();
  }

  private Evaluation complete(CertificateRenewal renewal) {
    Gathered gathered = gather(renewal);
    assertThat(gathered).isInstanceOf(Gathered.Complete.class);
    return ((Gathered.Complete) gathered).evaluation();
  }

  private static List<Problem> problems(Gathered gathered) {
    assertThat(gathered).isInstanceOf(Gathered.Incomplete.class);
    return ((Gathered.Incomplete) gathered).problems();
  }

  private Gathered gather(CertificateRenewal renewal) {
    return new Gatherer(
            resources,
            new CatalogsInForce(Set.of("lync-phone-edition")),
            List.of("WildcardName", "TrustAnchorMissing"))
        .gather(renewal, NOW);
  }

  private CertificateRenewal renewal(String... more) {
    String fleets = String.join("", more).contains("fleetRefs") ? "" : "fleetRefs: [{name: a}]\n";
    return resources.read(
        CertificateRenewal.class,
        """
        metadata: {name: pool, namespace: voice}
        spec:
          chain:
            inline: |
        %s
        %s"""
            .formatted(
                CHAIN.strip().indent(6).stripTrailing(),
                (fleets + String.join("\n", more)).indent(2)));
  }

  private CertificateRenewal target(String name, String chain, String created) {
    return resources.read(
        CertificateRenewal.class,
        """
        metadata: {name: %s, namespace: voice, creationTimestamp: "%s"}
        spec:
          chain:
            inline: |
        %s
          fleetRefs: [{name: a}]
          target: {secretName: pool-tls}
        """
            .formatted(name, created, chain.strip().indent(6).stripTrailing()));
  }

  private static String fleet(String name) {
    return """
        metadata: {name: %s, namespace: voice, generation: 1}
        spec:
          groups:
          - {name: lobby, platform: lync-phone-edition, model: CX600, firmware: 4.0.7577.4420, phones: 12, signIn: Pin}
        """
        .formatted(name);
  }

  private static String policy(String spec) {
    return "metadata: {name: default, namespace: voice}\nspec: {%s}".formatted(spec);
  }

  private static String approval(String rule) {
    return """
        metadata: {name: chg1, namespace: voice}
        spec:
          renewal: pool
          chainSha256: %s
          rules: [%s]
          maxPhones: 12
          expiresAt: "2026-12-31T00:00:00Z"
          approvedBy: alice
        """
        .formatted("ab".repeat(32), rule);
  }
}
