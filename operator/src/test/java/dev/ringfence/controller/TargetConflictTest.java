package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two renewals that want to fill one Secret. */
class TargetConflictTest {
  private static final String FIRMWARE = "4.0.7577.4420";
  private static final String TARGET = "target: {secretName: pool-tls}";

  private final OperatorRig rig = rig().start();

  OperatorRig rig() {
    return new OperatorRig();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void theOlderKeepsTheTargetUntilItIsDeleted() {
    twoRenewals(otherChain());

    rig.awaitStatus("first", status -> "Open".equals(status.gate()));
    assertThat(OperatorRig.conditions(rig.awaitVerdict("second", "Hold", "Closed")))
        .contains("Ready=False/TargetConflict", "Reconciling=True/TargetConflict");

    rig.client()
        .resources(CertificateRenewal.class)
        .inNamespace(OperatorRig.NAMESPACE)
        .withName("first")
        .delete();

    rig.awaitStatus("second", status -> "Open".equals(status.gate()));
  }

  @Test
  void oneChainForBothIsNoConflict() {
    twoRenewals(Manifests.chain(Manifests.ROOT));

    rig.awaitStatus("first", status -> "Open".equals(status.gate()));
    rig.awaitStatus("second", status -> "Open".equals(status.gate()));
  }

  @Test
  void theNewerHoldsAsSoonAsTheOlderBringsAnotherChain() {
    twoRenewals(Manifests.chain(Manifests.ROOT));
    rig.awaitStatus("second", status -> "Open".equals(status.gate()));

    rig.apply(created("first", otherChain()));

    rig.awaitVerdict("second", "Hold", "Closed");
  }

  private void twoRenewals(String newerChain) {
    rig.apply(Manifests.fleet("desk-phones", FIRMWARE, 120, Manifests.ROOT));
    rig.apply(created("first", Manifests.chain(Manifests.ROOT)));
    rig.apply(created("second", newerChain));
  }

  private static String otherChain() {
    return TestPki.endEntity(Manifests.ROOT)
        .expires(Instant.parse("2026-11-30T23:59:59Z"))
        .mint()
        .pem();
  }

  /** Within one second the name decides. */
  private static String created(String name, String chain) {
    return Manifests.renewal(name, chain, "desk-phones", TARGET);
  }
}
