package dev.ringfence.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.kubernetes.ChartRelease;
import dev.ringfence.kubernetes.FragileApi;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The packaged operator, killed by the kernel at the moment of a write. */
class KilledProcessIT {
  private static final String SELECTION = System.getProperty("ringfence.faults", "");

  @TempDir private Path folder;

  /** In every build after a status and before a report, else around each kind of write. */
  @TestFactory
  Stream<DynamicTest> theNextProcessGoesOnWhereTheKilledOneStopped() {
    return new FaultPlans(Duration.ZERO)
        .all().stream()
            .filter(plan -> plan.group().equals("kill -9"))
            .filter(plan -> SELECTION.equals("all") || isOfEveryBuild(plan))
            .map(KilledProcessIT::cell)
            .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> run(cell)));
  }

  private static FaultMatrix.Cell cell(FaultPlan plan) {
    return Scenarios.all().stream()
        .filter(scenario -> scenario.name().contains("change") || scenario.name().contains("then"))
        .map(scenario -> new FaultMatrix.Cell(scenario, plan))
        .filter(FaultMatrix.Cell::isMet)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no scenario for " + plan));
  }

  private static boolean isOfEveryBuild(FaultPlan plan) {
    return plan.name().equals("killed after it writes renewal status")
        || plan.name().equals("killed before it writes report");
  }

  private void run(FaultMatrix.Cell cell) {
    FragileApi server = FragileApi.get();
    try (ChartRelease release = ChartRelease.install(server.api(), Map.of());
        Cluster cluster = new Cluster(server);
        ProxyTransport transport = new ProxyTransport(server.api())) {
      assertThat(release.rights()).isNotEmpty();
      new FaultCase(
              cell.scenario(),
              cluster,
              transport,
              (proxy, kubeconfig, number, clock) -> {
                cluster.clock().moveTo(Instant.now());
                return new ProcessOperator(proxy, kubeconfig, "ringfence-" + number, folder);
              },
              Runnable::run,
              new Random(0))
          .run(cell.plan(), null);
    }
  }
}
