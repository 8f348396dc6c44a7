package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.testing.TestPki;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where chains come from, and which renewals a change concerns. */
class InputsTest {
  private static final String FIRMWARE = "4.0.7577.4420";

  private final OperatorRig rig = rig();

  OperatorRig rig() {
    return new OperatorRig(OperatorRig.readingSecrets());
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aChangeReEvaluatesExactlyTheRenewalsThatNameTheObject() {
    rig.start();
    rig.apply(Manifests.fleet("north", FIRMWARE, 10, Manifests.ROOT));
    rig.apply(Manifests.fleet("south", FIRMWARE, 10, Manifests.ROOT));
    rig.apply(Manifests.policy("strict", "mode: Enforce"));
    rig.apply(Manifests.configMap("chains", "pool.pem", Manifests.chain(Manifests.ROOT)));
    String pem = Manifests.chain(Manifests.ROOT);
    rig.apply(Manifests.renewal("n1", pem, "north"));
    rig.apply(Manifests.renewal("n2", pem, "north", "policyRef: {name: strict}"));
    rig.apply(Manifests.renewal("s1", pem, "south", "policyRef: {name: strict}"));
    rig.apply(fromConfigMap("s2", "south"));
    for (String name : Set.of("n1", "n2", "s1", "s2")) {
      rig.awaitStatus(name, status -> "Open".equals(status.gate()));
    }
    rig.awaitQuiet();

    assertThat(evaluationsCausedBy(Manifests.fleet("north", FIRMWARE, 11, Manifests.ROOT)))
        .as("the renewals of the fleet north")
        .isEqualTo(2);
    assertThat(evaluationsCausedBy(Manifests.policy("strict", "mode: Observe")))
        .as("the renewals with the policy strict")
        .isEqualTo(2);
    assertThat(
            evaluationsCausedBy(
                Manifests.configMap("chains", "other.pem", Manifests.chain(Manifests.ROOT))))
        .as("the renewal that reads the ConfigMap")
        .isEqualTo(1);
    assertThat(
            evaluationsCausedBy(
                Manifests.approval(
                    "chg1", "n1", "ab".repeat(32), 1, "2027-01-01T00:00:00Z", "WildcardName")))
        .as("the renewal that the approval names")
        .isEqualTo(1);
    assertThat(evaluationsCausedBy(Manifests.catalog())).as("every renewal").isEqualTo(4);
  }

  @Test
  void aConfigMapWithoutTheLabelIsAskedFor() {
    rig.start();
    rig.apply(Manifests.fleet("south", FIRMWARE, 10, Manifests.ROOT));
    rig.apply(
        Manifests.configMap("chains", "pool.pem", Manifests.chain(Manifests.ROOT))
            .replace(", labels: {ringfence.dev/input: \"true\"}", ""));
    rig.apply(fromConfigMap("s2", "south"));
    CertificateRenewalStatus held = rig.awaitVerdict("s2", "Hold", "Closed");
    assertThat(OperatorRig.conditions(held)).contains("Ready=False/ConfigMapNotFound");

    rig.client()
        .configMaps()
        .inNamespace(OperatorRig.NAMESPACE)
        .withName("chains")
        .edit(
            map -> {
              map.getMetadata().setLabels(Map.of("ringfence.dev/input", "true"));
              return map;
            });

    rig.awaitStatus("s2", status -> "Open".equals(status.gate()));
  }

  @Test
  void aSecretIsReadAtItsCertificateAndFollowed() {
    rig.start();
    rig.apply(Manifests.fleet("south", FIRMWARE, 10, Manifests.ROOT));
    secret(Manifests.chain(Manifests.ROOT));
    rig.apply(fromSecret("tls.crt"));
    String first = rig.awaitStatus("s3", status -> "Open".equals(status.gate())).chainSha256();

    secret(
        TestPki.endEntity(Manifests.ROOT)
            .expires(Instant.parse("2026-11-30T23:59:59Z"))
            .mint()
            .pem());

    rig.awaitStatus(
        "s3", status -> status.chainSha256() != null && !status.chainSha256().equals(first));
  }

  @Test
  void theKeyOfASecretIsRefused() {
    rig.start();
    rig.apply(Manifests.fleet("south", FIRMWARE, 10, Manifests.ROOT));
    secret(Manifests.chain(Manifests.ROOT));
    rig.apply(fromSecret("tls.key"));

    assertThat(OperatorRig.conditions(rig.awaitVerdict("s3", "Hold", "Closed")))
        .contains("Ready=False/SecretKeyIsPrivate", "Stalled=True/SecretKeyIsPrivate");
  }

  private long evaluationsCausedBy(String manifest) {
    rig.awaitQuiet();
    long before = rig.evaluations();
    rig.apply(manifest);
    rig.awaitQuiet();
    return rig.evaluations() - before;
  }

  private void secret(String pem) {
    rig.client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withNamespace(OperatorRig.NAMESPACE)
                .withName("pool-tls")
                .withLabels(Map.of("ringfence.dev/input", "true"))
                .endMetadata()
                .withType("kubernetes.io/tls")
                .withData(
                    Map.of(
                        "tls.crt", base64(pem),
                        "tls.key", base64("-----BEGIN PRIVATE KEY-----")))
                .build())
        .createOr(NonDeletingOperation::update);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String fromSecret(String key) {
    return """
        apiVersion: ringfence.dev/v1alpha1
        kind: CertificateRenewal
        metadata: {name: s3, namespace: %s}
        spec:
          chain: {secretKeyRef: {name: pool-tls, key: %s}}
          fleetRefs: [{name: south}]
        """
        .formatted(OperatorRig.NAMESPACE, key);
  }

  private static String fromConfigMap(String name, String fleet) {
    return """
        apiVersion: ringfence.dev/v1alpha1
        kind: CertificateRenewal
        metadata: {name: %s, namespace: %s}
        spec:
          chain: {configMapKeyRef: {name: chains, key: pool.pem}}
          fleetRefs: [{name: %s}]
        """
        .formatted(name, OperatorRig.NAMESPACE, fleet);
  }
}
