package dev.ringfence.faults;

import dev.ringfence.kubernetes.RealApi;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The packaged operator, killed by the kernel at the moment of a write. */
class KilledProcessIT {
  private static final String SELECTION = System.getProperty("ringfence.faults", "");

  @TempDir private Path folder;

  /** In every build after a report and before a status, else around each kind of write. */
  @TestFactory
  Stream<DynamicTest> theNextProcessGoesOnWhereTheKilledOneStopped() {
    Scenario scenario =
        Scenarios.all().stream()
            .filter(any -> any.name().equals("block then approve"))
            .findFirst()
            .orElseThrow();
    List<FaultPlan> kills =
        new FaultPlans(Duration.ZERO)
            .all().stream()
                .filter(plan -> plan.name().startsWith("killed "))
                .filter(plan -> new FaultMatrix.Cell(scenario, plan).isMet())
                .filter(plan -> SELECTION.equals("all") || isOfEveryBuild(plan))
                .toList();
    return kills.stream()
        .map(plan -> DynamicTest.dynamicTest(plan.name(), () -> run(scenario, plan)));
  }

  private static boolean isOfEveryBuild(FaultPlan plan) {
    return plan.name().equals("killed after it writes report")
        || plan.name().equals("killed before it writes renewal status");
  }

  private void run(Scenario scenario, FaultPlan plan) {
    RealApi api = RealApi.get();
    try (Cluster cluster = new Cluster(api);
        ProxyTransport transport = new ProxyTransport(api.config())) {
      new FaultCase(
              scenario,
              cluster,
              transport,
              (proxy, authority, number, clock) -> {
                cluster.clock().moveTo(Instant.now());
                return new ProcessOperator(proxy, authority, "ringfence-" + number, folder);
              },
              Runnable::run,
              new Random(0))
          .run(plan, null);
    }
  }
}
