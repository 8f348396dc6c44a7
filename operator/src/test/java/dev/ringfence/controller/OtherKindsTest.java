package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.FirmwareCatalogStatus;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.PhoneFleetStatus;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import dev.ringfence.api.v1alpha1.StatusCondition;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The statuses of fleets, policies and catalogs. */
class OtherKindsTest {
  private static final String FIRMWARE = "4.0.7577.4420";

  private final OperatorRig rig = rig().start();

  OperatorRig rig() {
    return new OperatorRig();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aFleetSaysWhatWasCounted() {
    rig.apply(Manifests.fleet("desk-phones", FIRMWARE, 120, Manifests.ROOT));

    PhoneFleetStatus status = fleet("desk-phones", s -> s.phones() != null);

    assertThat(status.observedGeneration()).isEqualTo(1);
    assertThat(status.phones()).isEqualTo(120);
    assertThat(status.groups()).isEqualTo(1);
    assertThat(conditions(status.conditions()))
        .containsExactly("ResolvedRefs=True/Resolved", "Ready=True/Counted");
    assertThat(rig.telemetry().scrape().read("").text())
        .contains(
            "ringfence_phones{firmware=\"4.0.7577.4420\",model=\"CX600\",platform=\"lync-phone-edition\"} 120.0");
  }

  @Test
  void aFleetFollowsItsInventory() {
    rig.apply(
        """
        apiVersion: ringfence.dev/v1alpha1
        kind: PhoneFleet
        metadata: {name: counted, namespace: voice}
        spec: {inventory: {configMapKeyRef: {name: inventory, key: phones.csv}, format: Plain}}
        """);
    assertThat(conditions(fleet("counted", s -> !s.conditions().isEmpty()).conditions()))
        .contains("Ready=False/ConfigMapNotFound", "Reconciling=True/ConfigMapNotFound");

    rig.apply(inventory("CX600,4.0.7577.4420,7"));
    fleet("counted", s -> Long.valueOf(7).equals(s.phones()));

    rig.apply(inventory("CX600,4.0.7577.4420,8"));
    fleet("counted", s -> Long.valueOf(8).equals(s.phones()));
  }

  @Test
  void aPolicyThatCannotBeUsedSaysWhyAndHoldsItsRenewals() {
    rig.apply(Manifests.fleet("desk-phones", FIRMWARE, 120, Manifests.ROOT));
    rig.apply(Manifests.policy("default", "severities: {NoSuchRule: Off}"));
    rig.apply(
        Manifests.renewal(
            "pool", Manifests.chain(Manifests.ROOT), "desk-phones", "policyRef: {name: default}"));

    assertThat(OperatorRig.conditions(rig.awaitVerdict("pool", "Hold", "Closed")))
        .contains("Stalled=True/PolicyInvalid");
    RenewalPolicy policy =
        awaitStatus(
            () ->
                rig.client()
                    .resources(RenewalPolicy.class)
                    .inNamespace(OperatorRig.NAMESPACE)
                    .withName("default"),
            status -> !status.getStatus().conditions().isEmpty());
    assertThat(conditions(policy.getStatus().conditions()))
        .containsExactly("Ready=False/PolicyInvalid", "Stalled=True/PolicyInvalid");
  }

  @Test
  void aCatalogListsItsDefectsAndTheRestIsInForce() {
    rig.apply(
        Manifests.catalog(
            "{capability: signature.sha384WithRSAEncryption, value: true, level: Observed, sources: [LAB]}",
            "{capability: no.such.fact, value: true, level: Observed, sources: [LAB]}"));

    FirmwareCatalog catalog =
        awaitStatus(
            () -> rig.client().resources(FirmwareCatalog.class).withName("lab"),
            c -> c.getStatus().defectCount() != null);
    FirmwareCatalogStatus status = catalog.getStatus();

    assertThat(status.defectCount()).isEqualTo(1);
    assertThat(status.statements()).isEqualTo(1);
    assertThat(status.defects())
        .singleElement()
        .satisfies(defect -> assertThat(defect.place()).startsWith("spec.capabilities[1]"));
    assertThat(conditions(status.conditions()))
        .containsExactly("Ready=False/Defects", "Stalled=True/Defects");
  }

  @Test
  void theMetricsNameTheCatalogsInForce() {
    assertThat(rig.telemetry().scrape().read("").text())
        .contains("ringfence_catalog_info{catalog=\"lync-phone-edition\",");
  }

  private PhoneFleetStatus fleet(String name, Predicate<PhoneFleetStatus> reached) {
    return awaitStatus(
            () ->
                rig.client()
                    .resources(PhoneFleet.class)
                    .inNamespace(OperatorRig.NAMESPACE)
                    .withName(name),
            fleet -> reached.test(fleet.getStatus()))
        .getStatus();
  }

  private static <R extends CustomResource<?, ?>> R awaitStatus(
      Supplier<Resource<R>> resource, Predicate<R> reached) {
    Function<R, Boolean> judged = r -> r.getStatus() != null && reached.test(r);
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> resource.get().get(), r -> r != null && judged.apply(r));
  }

  private static List<String> conditions(List<StatusCondition> conditions) {
    return conditions.stream().map(c -> c.type() + "=" + c.status() + "/" + c.reason()).toList();
  }

  private static String inventory(String row) {
    return Manifests.configMap("inventory", "phones.csv", "model,firmware,phones\n" + row);
  }
}
