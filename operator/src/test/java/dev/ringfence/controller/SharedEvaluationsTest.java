package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.gather.CatalogsInForce;
import dev.ringfence.gather.ChainGatherer;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Approval;
import dev.ringfence.policy.Evaluation;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.Policy;
import dev.ringfence.policy.PolicyEngine;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedEvaluationsTest {
  private static final Instant AT = OperatorRig.START;
  private static final CertificateChain CHAIN = chain(Manifests.chain(Manifests.ROOT));
  private static final CertificateChain LONGER =
      chain(Manifests.chain(Manifests.ROOT) + Manifests.ROOT.pem());
  private static final FirmwareCatalogs CATALOGS = catalogs();

  private final PolicyEngine engine = new PolicyEngine(Rules.all());
  private final SharedEvaluations shared = new SharedEvaluations(engine);

  @Test
  void renewalsThatDifferInNameShareWhatWasFound() {
    RenewalReport first = found(evaluation("a", CHAIN, AT, 10, List.of(), CATALOGS));
    RenewalReport second =
        found(evaluation("b", CHAIN, AT.plusSeconds(60), 10, List.of(), CATALOGS));

    assertThat(second.groups()).isSameAs(first.groups());
    assertThat(second.renewal()).isEqualTo("b");
    assertThat(second)
        .isEqualTo(engine.evaluate(evaluation("b", CHAIN, AT, 10, List.of(), CATALOGS)));
  }

  @Test
  void whatAVerdictDependsOnIsNotShared() {
    RenewalReport first = found(evaluation("a", CHAIN, AT, 10, List.of(), CATALOGS));

    assertThat(
            List.of(
                evaluation("a", LONGER, AT, 10, List.of(), CATALOGS),
                evaluation("a", CHAIN, AT, 11, List.of(), CATALOGS),
                evaluation("a", CHAIN, AT, 10, List.of(), catalogs()),
                evaluation("a", CHAIN, AT.minusMillis(1), 10, List.of(), CATALOGS),
                evaluation("a", CHAIN, AT.plus(Duration.ofMinutes(5)), 10, List.of(), CATALOGS)))
        .allSatisfy(
            other -> {
              assertThat(found(other).groups()).isNotSameAs(first.groups());
              assertThat(found(other)).isEqualTo(engine.evaluate(other));
            });
  }

  @Test
  void nothingIsSharedBeyondTheInstantAtWhichItCanChange() {
    Instant before = CHAIN.endEntity().validity().notAfter().minusSeconds(1);
    RenewalReport first = found(evaluation("a", CHAIN, before, 10, List.of(), CATALOGS));
    Instant next = Objects.requireNonNull(first.nextChange());

    RenewalReport after = found(evaluation("a", CHAIN, next, 10, List.of(), CATALOGS));

    assertThat(after.at()).isEqualTo(next);
    assertThat(next).isBefore(before.plus(Duration.ofMinutes(5)));
  }

  @Test
  void aRenewalWithApprovalsIsJudgedByItself() {
    Approval approval =
        new Approval(
            "chg1", "a", CHAIN.sha256(), Set.of(), 10, AT.plusSeconds(60), null, null, "x");
    RenewalReport first = found(evaluation("a", CHAIN, AT, 10, List.of(approval), CATALOGS));

    assertThat(found(evaluation("a", CHAIN, AT, 10, List.of(), CATALOGS)).approvals()).isEmpty();
    assertThat(first.approvals()).hasSize(1);
    assertThat(shared.find(evaluation("a", CHAIN, AT, 10, List.of(approval), CATALOGS)).number())
        .isZero();
  }

  @Test
  void whatOtherCatalogsDoNotChangeKeepsItsNumber() {
    SharedEvaluations.Found first =
        shared.find(evaluation("a", CHAIN, AT, 10, List.of(), CATALOGS));
    SharedEvaluations.Found renamed =
        shared.find(evaluation("b", CHAIN, AT, 10, List.of(), CATALOGS));
    SharedEvaluations.Found later =
        shared.find(evaluation("a", CHAIN, AT.plusSeconds(600), 10, List.of(), catalogs()));
    SharedEvaluations.Found other =
        shared.find(evaluation("a", LONGER, AT, 10, List.of(), CATALOGS));

    assertThat(first.number()).isPositive();
    assertThat(renamed.number()).isEqualTo(first.number());
    assertThat(later.number()).isEqualTo(first.number());
    assertThat(other.number()).isPositive().isNotEqualTo(first.number());
  }

  private RenewalReport found(Evaluation evaluation) {
    return shared.find(evaluation).report();
  }

  private static Evaluation evaluation(
      String renewal,
      CertificateChain chain,
      Instant at,
      long phones,
      List<Approval> approvals,
      FirmwareCatalogs catalogs) {
    FleetGroup group =
        new FleetGroup(
            "lobby",
            "lync-phone-edition",
            "CX600",
            "4.0.7577.4420",
            phones,
            "hq",
            SignIn.USB_TETHER,
            GroupKind.IN_USE,
            null,
            false);
    return new Evaluation(
        renewal,
        chain,
        null,
        List.of(),
        List.of(),
        at,
        List.of(
            new PhoneFleet(
                "desk-phones",
                List.of(group),
                new ProvisionedTrust(List.of(Manifests.ROOT.certificate()), null),
                List.of(),
                null)),
        catalogs,
        Policy.defaults(),
        approvals,
        List.of(new InputDigest("PhoneFleet", "desk-phones", 1, "digest of " + phones)));
  }

  private static FirmwareCatalogs catalogs() {
    return new CatalogsInForce(Set.of("lync-phone-edition")).merged(List.of()).catalogs();
  }

  private static CertificateChain chain(String pem) {
    return new ChainGatherer().gather(pem, "test");
  }
}
