package dev.ringfence.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.kubernetes.RealApi;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Scenarios crossed with faults. Without the property {@code ringfence.faults} a part of the matrix
 * is run; {@code all} is all of it, anything else a part of the case's name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
  private static final String SELECTION = System.getProperty("ringfence.faults", "");
  private static final long SEED = Long.getLong("ringfence.faults.seed", 20_260_601L);

  private final RealApi api = RealApi.get();
  private final Cluster cluster = new Cluster(api);
  private final ProxyTransport transport = new ProxyTransport(api.config());
  private final ExecutorService background = Executors.newCachedThreadPool();
  private final Map<Scenario, FaultCase.Outcome> withoutFault = new HashMap<>();
  private final ResultsTable results = new ResultsTable();

  @AfterAll
  void close() throws InterruptedException {
    results.write();
    background.shutdown();
    background.awaitTermination(1, TimeUnit.MINUTES);
    transport.close();
    cluster.close();
  }

  @TestFactory
  Stream<DynamicTest> theStateIsThatOfARunWithoutTheFault() {
    List<FaultPlan> plans =
        new FaultPlans(Duration.ofSeconds(SELECTION.equals("all") ? 60 : 6)).all();
    return new FaultMatrix(Scenarios.all(), plans, SEED)
        .selected(SELECTION).stream()
            .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> run(cell)));
  }

  /** Each operator dies before it can open the gate; the last one is shown what is no more. */
  @Test
  void anApprovalThatOnlyAStaleListHoldsOpensNothing() {
    FaultPlan plan =
        FaultPlan.of(
            "stale list",
            "stale list with a revoked approval",
            (run, change) -> {
              Consumer<FaultProxy> dying =
                  proxy ->
                      proxy.add(
                          Fault.of(
                              Fault.Effect.KILL_BEFORE,
                              1,
                              request -> request.writes(WriteKind.RENEWAL_STATUS)));
              run.killOperator();
              Scenarios.approve(run.cluster());
              run.startOperatorThatDies(dying);
              Map<String, Buffer> lists = run.proxy().lists();
              Scenarios.revoke(run.cluster());
              FaultCase.lasting(WireInvariants.GRACE);
              run.startOperator(
                  proxy -> {
                    proxy.serveStale(lists);
                    proxy.freezeWatches();
                  });
              FaultCase.lasting(Duration.ofSeconds(3));
              run.proxy().heal();
              assertThat(run.proxy().staleListsServed()).isEqualTo(lists.keySet());
            });
    newCase(new FaultMatrix.Cell(Scenarios.revokedUnseen(), plan)).run(plan, null);
  }

  @Test
  void aGateClosesWhenTheClockIsSetPastAnExpiry() {
    FaultPlan plan = FaultPlans.none();
    newCase(new FaultMatrix.Cell(Scenarios.expiredByStep(), plan)).run(plan, null);
  }

  private void run(FaultMatrix.Cell cell) {
    FaultCase.Outcome healthy =
        withoutFault.computeIfAbsent(
            cell.scenario(), scenario -> newCase(cell).run(FaultPlans.none(), null));
    assertThat(healthy.change())
        .extracting(WireWrite::kind)
        .as("what the scenario writes")
        .containsAll(cell.scenario().changeWrites());
    try {
      results.passed(cell, newCase(cell).run(cell.plan(), healthy.state()).recovery());
    } catch (RuntimeException | AssertionError e) {
      results.failed(cell);
      throw e;
    }
  }

  private FaultCase newCase(FaultMatrix.Cell cell) {
    return new FaultCase(
        cell.scenario(),
        cluster,
        transport,
        InProcessOperator::new,
        background,
        new Random(SEED + cell.toString().hashCode()));
  }
}
