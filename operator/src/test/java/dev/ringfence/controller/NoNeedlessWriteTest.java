package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.demo.ApiRequest;
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
  void theVerdictIsWrittenBeforeItsEventAndItsEventBeforeItsReport() {
    settleKeepingWrites();

    assertThat(rig.writesTo("/").stream().map(ApiRequest::path).map(NoNeedlessWriteTest::kind))
        .containsSubsequence("status", "events", "configmaps")
        .doesNotHaveDuplicates();
  }

  @Test
  void whatTheOperatorWritesItselfIsNotJudgedAgain() {
    settleKeepingWrites();

    assertThat(rig.evaluations()).isEqualTo(1);
    assertThat(rig.renderings()).isEqualTo(1);
  }

  @Test
  void aReportThatDoesNotChangeIsNotRendered() {
    settle();
    long evaluations = rig.evaluations();
    long renderings = rig.renderings();

    rig.apply(
        Manifests.catalog(
            "{capability: signature.sha1WithRSAEncryption, value: true, level: Observed, sources:"
                + " [LAB], scope: {from: 4.0.7577.4420, to: 4.0.7577.4420}}"));
    await().atMost(Duration.ofSeconds(30)).until(() -> rig.evaluations() > evaluations);
    rig.awaitQuiet();

    assertThat(rig.writesTo("/certificaterenewals/")).isEmpty();
    assertThat(rig.writesTo("/configmaps")).isEmpty();
    assertThat(rig.renderings()).isEqualTo(renderings);
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
    settleKeepingWrites();
    rig.forgetWrites();
    return status();
  }

  private void settleKeepingWrites() {
    rig.apply(Manifests.fleet("desk-phones", FIRMWARE, 120, Manifests.OTHER_ROOT));
    rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));
    rig.awaitVerdict("pool", "Block", "Closed");
    rig.awaitQuiet();
  }

  /** Empty for what users write and for other statuses. */
  private static String kind(String path) {
    if (path.contains("/certificaterenewals/")) {
      return "status";
    }
    return path.contains("/events") ? "events" : path.contains("/configmaps") ? "configmaps" : path;
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
