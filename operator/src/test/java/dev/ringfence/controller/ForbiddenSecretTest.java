package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import org.junit.jupiter.api.Test;

class ForbiddenSecretTest {
  private static final String RENEWAL =
      """
      apiVersion: ringfence.dev/v1alpha1
      kind: CertificateRenewal
      metadata: {name: pool, namespace: voice}
      spec:
        chain: {secretKeyRef: {name: pool-tls, key: tls.crt}}
        fleetRefs: [{name: south}]
      """;

  @Test
  void aForbiddenSecretIsAHoldThatNamesTheGrant() {
    try (OperatorRig rig = new OperatorRig(OperatorRig.readingSecrets())) {
      rig.api()
          .intercept(
              request ->
                  request.path().contains("/secrets/pool-tls") && !request.writes() ? 403 : null);
      rig.start();
      rig.apply(Manifests.fleet("south", "4.0.7577.4420", 10, Manifests.ROOT));
      rig.apply(RENEWAL);

      CertificateRenewalStatus held = rig.awaitVerdict("pool", "Hold", "Closed");

      assertThat(OperatorRig.conditions(held)).contains("Reconciling=True/SecretForbidden");
      assertThat(held.conditions())
          .filteredOn(c -> c.type().equals("Ready"))
          .singleElement()
          .satisfies(
              c -> assertThat(c.message()).contains("grant").contains("get, list and watch"));
    }
  }
}
