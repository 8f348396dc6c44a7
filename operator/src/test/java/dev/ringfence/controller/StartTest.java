package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.javaoperatorsdk.operator.OperatorException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What must be there before anything is judged, and who may write. */
class StartTest {
  private static final String FIRMWARE = "4.0.7577.4420";

  @Test
  void judgesNothingWhileTheCatalogsCannotBeHad() {
    try (OperatorRig rig = new OperatorRig()) {
      rig.api().intercept(request -> request.path().contains("/firmwarecatalogs") ? 403 : null);
      rig.apply(Manifests.fleet("desk-phones", FIRMWARE, 120, Manifests.ROOT));
      rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));
      rig.forgetWrites();

      assertThatThrownBy(rig::start).isInstanceOf(OperatorException.class);

      assertThat(rig.writesTo("/certificaterenewals")).isEmpty();
    }
  }

  @Test
  void isReadyOnceTheInformersHaveSyncedAndNoLongerWhenItStops() {
    try (OperatorRig rig = new OperatorRig()) {
      RingfenceOperator operator = rig.construct();
      assertThat(operator.unready()).containsExactly("The informers have not synced yet.");

      operator.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> operator.unready().isEmpty());

      operator.close();
      assertThat(operator.unready()).containsExactly("The operator is stopping.");
    }
  }

  @Test
  void watchesTheNamespacesNamedAndNoOthers() {
    OperatorSettings settings =
        new OperatorSettings(
            Set.of(OperatorRig.NAMESPACE, "web"),
            Set.of(),
            Set.of("lync-phone-edition"),
            "ringfence-0",
            null);
    try (OperatorRig rig = new OperatorRig(settings).start()) {
      String fleet = Manifests.fleet("desk-phones", FIRMWARE, 120, Manifests.ROOT);
      String renewal = Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones");
      for (String namespace : Set.of("web", "elsewhere")) {
        rig.apply(fleet.replace("namespace: voice", "namespace: " + namespace));
        rig.apply(renewal.replace("namespace: voice", "namespace: " + namespace));
      }
      rig.apply(fleet);
      rig.apply(renewal);

      rig.awaitStatus("pool", status -> "Open".equals(status.gate()));
      rig.awaitQuiet();

      assertThat(rig.writesTo("/web/certificaterenewals/pool/status")).hasSize(1);
      assertThat(rig.writesTo("/elsewhere/certificaterenewals/pool/status")).isEmpty();
    }
  }

  @Test
  void aStandbyWritesNothingAndTakesOverWhenTheLeaderReleasesItsLease() {
    try (OperatorRig rig = new OperatorRig(electing("ringfence-0"))) {
      rig.client().resource(heldBy("ringfence-1")).create();
      rig.apply(Manifests.fleet("desk-phones", FIRMWARE, 120, Manifests.ROOT));
      rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));
      rig.start();
      rig.awaitQuiet();
      assertThat(rig.operator().unready()).isEmpty();
      assertThat(rig.writesTo("/status")).isEmpty();

      Lease lease = lease(rig);
      lease.getSpec().setHolderIdentity("");
      rig.client().resource(lease).update();

      rig.awaitStatus("pool", status -> "Open".equals(status.gate()));
      assertThat(lease(rig).getSpec().getHolderIdentity()).isEqualTo("ringfence-0");
    }
  }

  @Test
  void aLeaderThatStopsReleasesItsLease() {
    try (OperatorRig rig = new OperatorRig(electing("ringfence-0")).start()) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> lease(rig) != null && "ringfence-0".equals(holder(rig)));

      rig.stop();

      assertThat(holder(rig)).isEmpty();
    }
  }

  private static OperatorSettings electing(String instance) {
    return new OperatorSettings(
        Set.of(),
        Set.of(),
        Set.of("lync-phone-edition"),
        instance,
        new OperatorSettings.Lease("ringfence-system", "ringfence"));
  }

  private static Lease heldBy(String instance) {
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
    return new LeaseBuilder()
        .withNewMetadata()
        .withNamespace("ringfence-system")
        .withName("ringfence")
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity(instance)
        .withLeaseDurationSeconds(3600)
        .withAcquireTime(now)
        .withRenewTime(now)
        .withLeaseTransitions(0)
        .endSpec()
        .build();
  }

  private static String holder(OperatorRig rig) {
    return String.valueOf(lease(rig).getSpec().getHolderIdentity());
  }

  private static Lease lease(OperatorRig rig) {
    return rig.client().leases().inNamespace("ringfence-system").withName("ringfence").get();
  }
}
