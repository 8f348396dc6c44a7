package dev.ringfence.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.kubernetes.ChartRelease;
import dev.ringfence.kubernetes.FragileApi;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Scenarios crossed with faults. Without the property {@code ringfence.faults} a part of the matrix
 * is run; {@code all} is all of it, anything else a regular expression for a part of a case's name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
  private static final String SELECTION = System.getProperty("ringfence.faults", "");
  private static final long SEED = Long.getLong("ringfence.faults.seed", 20_260_601L);

  private static final Set<String> READS = Set.of("get", "list", "watch");
  private static final Duration OUTAGE =
      Duration.ofSeconds(
          Integer.getInteger("ringfence.faults.outage", SELECTION.equals("all") ? 60 : 6));

  private final FragileApi server = FragileApi.get();
  private final ChartRelease chart = ChartRelease.install(server.api(), Map.of());
  private final Cluster cluster = new Cluster(server);
  private final ProxyTransport transport = new ProxyTransport(server.api());
  private final ExecutorService background = Executors.newCachedThreadPool();
  private final long auditedBefore = server.api().auditedSoFar();
  private final Map<Scenario, FaultCase.Outcome> withoutFault = new HashMap<>();
  private final ResultsTable results = new ResultsTable();

  @AfterAll
  void close() throws InterruptedException {
    results.write();
    background.shutdown();
    background.awaitTermination(1, TimeUnit.MINUTES);
    transport.close();
    cluster.close();
    chart.close();
  }

  @TestFactory
  Stream<DynamicTest> theStateIsThatOfARunWithoutTheFault() {
    List<FaultMatrix.Cell> cells =
        new FaultMatrix(Scenarios.all(), new FaultPlans(OUTAGE).all(), SEED).selected(SELECTION);
    Stream<DynamicTest> tests =
        cells.stream().map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> run(cell)));
    return SELECTION.isEmpty() || SELECTION.equals("all")
        ? Stream.concat(
            tests, Stream.of(DynamicTest.dynamicTest("kinds of writes", this::everyKindWasMet)))
        : tests;
  }

  /** By the audit log of the API server: a new kind of write has to be given its faults. */
  private void everyKindWasMet() {
    Set<WriteKind> all = EnumSet.complementOf(EnumSet.of(WriteKind.LEASE, WriteKind.OTHER));
    assertThat(kindsWritten()).isEqualTo(all);
  }

  private Set<WriteKind> kindsWritten() {
    return server.api().requestsOfOperator(auditedBefore).stream()
        .filter(request -> !READS.contains(request.verb()))
        .filter(request -> !request.group().equals("authorization.k8s.io"))
        .map(WriteKind::of)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(WriteKind.class)));
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
