package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Objects that a later version stored: values that this one does not know hold what refers to them
 * and nothing else.
 */
class UnknownValuesTest {
  private static final String FIRMWARE = "4.0.7577.4420";
  private static final String CHAIN = Manifests.chain(Manifests.ROOT);

  @Test
  void holdOnlyWhatRefersToThem() {
    try (OperatorRig rig = new OperatorRig()) {
      String fleet = Manifests.fleet("desk-phones", FIRMWARE, 10, Manifests.ROOT);
      rig.apply(fleet);
      rig.apply(fleet.replace("name: desk-phones", "name: later").replace("UsbTether", "Thought"));
      rig.apply(Manifests.policy("later", "mode: Dream"));
      rig.apply(Manifests.renewal("pool", CHAIN, "desk-phones"));
      rig.apply(Manifests.renewal("fleet", CHAIN, "later"));
      rig.apply(Manifests.renewal("policy", CHAIN, "desk-phones", "policyRef: {name: later}"));
      rig.start();

      rig.awaitVerdict("pool", "Warn", "Open");
      assertThat(OperatorRig.conditions(rig.awaitVerdict("fleet", "Hold", "Closed")))
          .anyMatch(condition -> condition.startsWith("Stalled=True/"));
      assertThat(OperatorRig.conditions(rig.awaitVerdict("policy", "Hold", "Closed")))
          .anyMatch(condition -> condition.startsWith("Stalled=True/"));
    }
  }
}
