package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is written when nothing changed, and a status is the same byte for byte. */
class NoNeedlessWriteTest {
  private static final String FIRMWARE = "4.0.7577.4387";

  private final OperatorRig rig = rig().start();

  OperatorRig rig() {
    return new OperatorRig();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aRestartADayLaterWritesNothing() {
    String before = settle();

    rig.stop();
    rig.moveClockTo(OperatorRig.START.plus(Duration.ofDays(1)));
    rig.start();
    rig.awaitQuiet();

    assertThat(rig.evaluations()).isGreaterThanOrEqualTo(2);
    assertThat(operatorWrites()).isZero();
    assertThat(status()).isEqualTo(before);
  }

  @Test
  void anEvaluationWithTheSameOutcomeWritesTheInputsOnly() {
    settle();

    rig.apply(
        Manifests.fleet("desk-phones", FIRMWARE, 120, Manifests.OTHER_ROOT)
            .replace("site: hq", "site: branch"));
    rig.awaitStatus(
        "pool",
        status ->
            status.inputs().stream()
                .anyMatch(
                    i -> i.kind().equals("PhoneFleet") && Long.valueOf(2).equals(i.generation())));
    rig.awaitQuiet();

    assertThat(rig.writesTo("/certificaterenewals/pool/status")).hasSize(1);
    assertThat(rig.writesTo("/events")).isEmpty();
  }

  @Test
  void aLabelOnTheRenewalEvaluatesNothing() {
    settle();
    long before = rig.evaluations();

    rig.client()
        .resources(CertificateRenewal.class)
        .inNamespace(OperatorRig.NAMESPACE)
        .withName("pool")
        .edit(
            renewal -> {
              renewal.getMetadata().getLabels().put("team", "voice");
              return renewal;
            });
    rig.awaitQuiet();

    assertThat(rig.evaluations()).isEqualTo(before);
    assertThat(operatorWrites()).isZero();
  }

  private String settle() {
    rig.apply(Manifests.fleet("desk-phones", FIRMWARE, 120, Manifests.OTHER_ROOT));
    rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));
    rig.awaitVerdict("pool", "Block", "Closed");
    rig.awaitQuiet();
    rig.forgetWrites();
    return status();
  }

  private String status() {
    CertificateRenewalStatus status = Objects.requireNonNull(rig.renewal("pool")).getStatus();
    return Serialization.asYaml(Objects.requireNonNull(status));
  }

  /** Statuses, Events and reports are what the operator writes. */
  private int operatorWrites() {
    return rig.writesTo("/status").size()
        + rig.writesTo("/events").size()
        + rig.writesTo("/configmaps").size();
  }
}
