package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A renewal from its creation to its deletion. */
class RenewalLifeTest {
  private static final String NEW = "4.0.7577.4420";
  private static final String OLD = "4.0.7577.4387";

  private final OperatorRig rig = rig().start();

  OperatorRig rig() {
    return new OperatorRig();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void isJudgedAndWritesStatusReportAndEventOnce() {
    rig.apply(Manifests.fleet("desk-phones", NEW, 120, Manifests.ROOT));
    rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));

    CertificateRenewalStatus status = rig.awaitStatus("pool", s -> "Open".equals(s.gate()));
    rig.awaitQuiet();

    assertThat(status.observedGeneration()).isEqualTo(1);
    assertThat(status.reportRef()).isNotNull();
    assertThat(rig.writesTo("/certificaterenewals/pool/status")).hasSize(1);
    assertThat(rig.writesTo("/events")).hasSize(1);
    assertThat(
            rig.client()
                .configMaps()
                .inNamespace(OperatorRig.NAMESPACE)
                .withName(status.reportRef().name())
                .get()
                .getData()
                .get(status.reportRef().key()))
        .contains("\"kind\": \"RenewalReport\"");
  }

  @Test
  void holdsWithoutItsFleetAndHealsWhenTheFleetAppears() {
    rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));
    CertificateRenewalStatus held = rig.awaitVerdict("pool", "Hold", "Closed");
    assertThat(OperatorRig.conditions(held))
        .contains("Ready=False/FleetNotFound", "Reconciling=True/FleetNotFound");

    rig.apply(Manifests.fleet("desk-phones", NEW, 120, Manifests.ROOT));

    CertificateRenewalStatus healed = rig.awaitStatus("pool", s -> "Open".equals(s.gate()));
    assertThat(OperatorRig.conditions(healed)).noneMatch(c -> c.startsWith("Reconciling"));
  }

  @Test
  void blocksPhonesThatMayLackTheAnchorAndOpensAfterTheUpgrade() {
    rig.apply(Manifests.fleet("desk-phones", OLD, 120, Manifests.OTHER_ROOT));
    rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));
    CertificateRenewalStatus blocked = rig.awaitVerdict("pool", "Block", "Closed");
    assertThat(blocked.phones()).isNotNull();
    assertThat(blocked.phones().undetermined()).isEqualTo(120);

    rig.apply(Manifests.fleet("desk-phones", NEW, 120, Manifests.ROOT));

    rig.awaitStatus("pool", s -> "Open".equals(s.gate()));
  }
}
