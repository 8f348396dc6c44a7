package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.kubernetes.ChartRelease;
import dev.ringfence.kubernetes.OperatorProcess;
import dev.ringfence.kubernetes.RealApi;
import dev.ringfence.testing.TestPki;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged operators on a real API server, of which one writes. */
class LeaderIT {
  private static final String FIRMWARE = "4.0.7577.4420";

  /** The packaged operator has the clock of the machine. */
  private static final String CHAIN =
      TestPki.endEntity(Manifests.ROOT).expires(Instant.parse("2039-12-31T00:00:00Z")).mint().pem();

  private static final String SYSTEM = "ringfence-system";
  private static final String LEASE = "gate-ringfence";
  private static final Duration TAKEOVER = Duration.ofSeconds(20);
  private static final Duration FREEZE = Duration.ofSeconds(30);

  private final RealApi api = RealApi.get();

  @TempDir private Path folder;

  @Test
  void theStandbyTakesOverFromALeaderThatIsKilledOrFrozen() throws InterruptedException {
    try (OperatorRig rig = OperatorRig.onRealApi();
        ChartRelease release = ChartRelease.install(api, Map.of());
        OperatorProcess first = start("first")) {
      assertThat(release.rights()).isNotEmpty();
      awaitLeader(rig, "first", Duration.ofMinutes(1));
      try (OperatorProcess second = start("second")) {
        await().atMost(Duration.ofMinutes(1)).until(() -> second.log().contains("has started"));
        rig.apply(Manifests.fleet("desk-phones", FIRMWARE, 10, Manifests.ROOT));
        rig.apply(Manifests.renewal("pool", CHAIN, "desk-phones"));
        rig.awaitVerdict("pool", "Warn", "Open");

        first.signal("KILL");
        awaitLeader(rig, "second", TAKEOVER);
        rig.apply(Manifests.renewal("pool", CHAIN, "absent"));
        rig.awaitVerdict("pool", "Hold", "Closed");

        try (OperatorProcess third = start("third")) {
          await().atMost(Duration.ofMinutes(1)).until(() -> third.log().contains("has started"));
          long frozen = System.nanoTime();
          second.signal("STOP");
          awaitLeader(rig, "third", TAKEOVER);
          rig.apply(Manifests.renewal("pool", CHAIN, "desk-phones"));
          rig.awaitVerdict("pool", "Warn", "Open");
          await()
              .atMost(FREEZE.plusSeconds(5))
              .until(() -> System.nanoTime() - frozen > FREEZE.toNanos());
          second.signal("CONT");

          assertThat(second.awaitEnd(30)).isEqualTo(1);
          assertThat(second.log()).contains("Leadership was lost");
          assertThat(rig.awaitVerdict("pool", "Warn", "Open").observedGeneration()).isEqualTo(3);
          assertThat(holder(rig)).isEqualTo("third");

          third.signal("TERM");
          assertThat(third.awaitEnd(30)).isEqualTo(143);
          assertThat(holder(rig)).isEmpty();
        }
      }
    }
  }

  private OperatorProcess start(String name) {
    return OperatorProcess.start(
        api,
        folder,
        name,
        "--leader-election",
        "--lease-name=" + LEASE,
        "--lease-namespace=" + SYSTEM);
  }

  private static void awaitLeader(OperatorRig rig, String name, Duration atMost) {
    await()
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(() -> assertThat(holder(rig)).isEqualTo(name));
  }

  private static String holder(OperatorRig rig) {
    Lease lease = rig.client().leases().inNamespace(SYSTEM).withName(LEASE).get();
    return lease == null ? "" : String.valueOf(lease.getSpec().getHolderIdentity());
  }
}
