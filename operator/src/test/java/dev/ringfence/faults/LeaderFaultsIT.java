package dev.ringfence.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.controller.OperatorSettings;
import dev.ringfence.faults.Fault.Effect;
import dev.ringfence.kubernetes.ChartRelease;
import dev.ringfence.kubernetes.FragileApi;
import dev.ringfence.kubernetes.OperatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two operators, each behind a proxy of its own; the one that leads is cut off from its Lease. */
class LeaderFaultsIT {
  private static final OperatorSettings.Lease LEASE =
      new OperatorSettings.Lease("ringfence-system", "gate-ringfence");
  private static final Duration TAKEOVER = Duration.ofSeconds(20);
  private static final Duration LATE = Duration.ofSeconds(5);

  private final FragileApi server = FragileApi.get();
  private final ChartRelease chart = ChartRelease.install(server.api(), Map.of());
  private final Cluster cluster = new Cluster(server);
  private final ProxyTransport transport = new ProxyTransport(server.api());
  private final ExecutorService background = Executors.newCachedThreadPool();
  private final WireLog log = new WireLog();

  @TempDir private Path folder;

  /** What happens to the leader. */
  record LeaderFault(String name, boolean mayNotice, Consumer<FaultProxy> injection) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<LeaderFault> faults() {
    Predicate<ProxiedRequest> lease = request -> request.path().contains("/leases");
    Predicate<ProxiedRequest> leaseWrite = request -> request.writes(WriteKind.LEASE);
    return List.of(
        new LeaderFault(
            "every connection frozen",
            true,
            proxy -> {
              proxy.freezeWatches();
              proxy.add(Fault.of(Effect.HOLD, Fault.FOR_EVER, request -> true));
            }),
        new LeaderFault(
            "requests about the Lease frozen",
            true,
            proxy -> proxy.add(Fault.of(Effect.HOLD, Fault.FOR_EVER, lease))),
        new LeaderFault(
            "every connection cut",
            true,
            proxy -> {
              proxy.add(Fault.of(Effect.CUT, Fault.FOR_EVER, request -> true));
              proxy.cutEverything();
            }),
        new LeaderFault(
            "409 to renewals of the Lease",
            true,
            proxy -> proxy.add(Fault.answer(409, Fault.FOR_EVER, leaseWrite))),
        new LeaderFault(
            "killed before it renews the Lease",
            false,
            proxy -> proxy.add(Fault.of(Effect.KILL_BEFORE, 1, leaseWrite))),
        new LeaderFault(
            "killed after it renewed the Lease",
            false,
            proxy -> proxy.add(Fault.of(Effect.KILL_AFTER, 1, leaseWrite))));
  }

  @BeforeEach
  void empty() {
    cluster.empty();
    Scenarios.working().forEach(cluster::apply);
  }

  @AfterEach
  void close() {
    background.shutdownNow();
    transport.close();
    cluster.close();
    chart.close();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theStandbyTakesOverAndTheDeposedLeaderWritesNoMore(LeaderFault fault) {
    Candidate first = new Candidate(1);
    first.operator.start();
    awaitGate(new Scenario.Gate("Warn", "Open"));
    Candidate second = new Candidate(2);
    second.operator.start();

    fault.injection().accept(first.proxy);
    cluster.apply(Scenarios.failing());
    cluster.apply(Scenarios.otherChain());
    long began = System.nanoTime();
    await()
        .dontCatchUncaughtExceptions()
        .atMost(TAKEOVER.plusSeconds(5))
        .until(() -> takeover().isPresent());
    assertThat(Duration.ofNanos(takeover().orElseThrow().nanos() - Math.max(began, lastRenewal())))
        .isLessThan(TAKEOVER);
    awaitGate(new Scenario.Gate("Block", "Closed"));

    Scenarios.working().forEach(cluster::apply);
    awaitGate(new Scenario.Gate("Warn", "Open"));
    first.proxy.heal();
    FaultCase.lasting(LATE);

    assertThat(log.writes()).noneMatch(this::isByTheDeposedLeader);
    assertThat(writers()).isSorted();
    if (fault.mayNotice()) {
      assertThat(first.ended).isTrue();
    }
    assertThat(second.ended).isFalse();
    assertThat(new WireInvariants(cluster.history()).violations(log.writes())).isEmpty();
    assertThat(Scenario.Gate.of(cluster)).isEqualTo(new Scenario.Gate("Warn", "Open"));
    first.operator.kill(background);
    second.operator.kill(background);
  }

  @Test
  void theProcessEndsWithOneWhenItsLeaseIsLost() throws InterruptedException {
    FaultProxy proxy = new FaultProxy(transport, 1, log, cluster.clock());
    try (OperatorProcess process =
        OperatorProcess.start(
            transport.kubeconfig(proxy.port()),
            folder,
            "only",
            "--leader-election",
            "--lease-name=" + LEASE.name(),
            "--lease-namespace=" + LEASE.namespace())) {
      await().atMost(Duration.ofMinutes(2)).until(() -> process.log().contains("leads"));
      proxy.add(Fault.answer(409, Fault.FOR_EVER, request -> request.writes(WriteKind.LEASE)));

      assertThat(process.awaitEnd(60)).isEqualTo(1);
      assertThat(process.log()).contains("Leadership was lost").contains("has stopped");
    } finally {
      proxy.close();
    }
  }

  /** When the second operator got the Lease. */
  private Optional<WireWrite> takeover() {
    return log.writes().stream()
        .filter(write -> write.operator() == 2 && write.isCommitted())
        .filter(write -> write.kind() == WriteKind.LEASE)
        .findFirst();
  }

  /** When the first operator last renewed the Lease, which may be after the fault was set up. */
  private long lastRenewal() {
    return log.writes().stream()
        .filter(write -> write.operator() == 1 && write.isCommitted())
        .filter(write -> write.kind() == WriteKind.LEASE)
        .mapToLong(WireWrite::nanos)
        .max()
        .orElseThrow();
  }

  private boolean isByTheDeposedLeader(WireWrite write) {
    return write.operator() == 1
        && write.isCommitted()
        && write.nanos() > takeover().orElseThrow().nanos();
  }

  /**
   * Who wrote each status of the renewal, in this order. The second may write one of the generation
   * that the first ended in, whose report it did not write any more.
   */
  private List<Integer> writers() {
    return log.writes().stream()
        .filter(write -> write.kind() == WriteKind.RENEWAL_STATUS && write.isCommitted())
        .map(WireWrite::operator)
        .toList();
  }

  private void awaitGate(Scenario.Gate gate) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(FaultCase.PATIENCE)
        .untilAsserted(() -> assertThat(Scenario.Gate.of(cluster)).isEqualTo(gate));
  }

  /** An operator that writes only while it leads, and ends when it does no more. */
  private final class Candidate {
    private final FaultProxy proxy;
    private final InProcessOperator operator;
    private volatile boolean ended;

    private Candidate(int number) {
      proxy = new FaultProxy(transport, number, log, cluster.clock());
      operator =
          new InProcessOperator(
              proxy,
              transport.kubeconfig(proxy.port()),
              "ringfence-" + number,
              LEASE,
              this::end,
              cluster.clock());
    }

    private void end() {
      ended = true;
      background.execute(operator::stop);
    }
  }
}
