package dev.ringfence.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One scenario under one fault, from an empty cluster to a settled one. */
final class FaultCase {
  private static final Logger LOG = LoggerFactory.getLogger(FaultCase.class);
  static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration RECOVERY = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofMillis(600);

  private final Scenario scenario;
  private final Cluster cluster;
  private final ProxyTransport transport;
  private final OperatorRun.Launcher launcher;
  private final Executor background;
  private final Random random;
  private final WireLog log = new WireLog();
  private final List<OperatorRun> operators = new ArrayList<>();

  /**
   * @param background where killed operators end
   */
  FaultCase(
      Scenario scenario,
      Cluster cluster,
      ProxyTransport transport,
      OperatorRun.Launcher launcher,
      Executor background,
      Random random) {
    this.scenario = scenario;
    this.cluster = cluster;
    this.transport = transport;
    this.launcher = launcher;
    this.background = background;
    this.random = random;
  }

  /**
   * What a run came to.
   *
   * @param recovery from the end of the fault to the state of a run without one
   * @param change what was written from the change on
   */
  record Outcome(ClusterState state, Duration recovery, List<WireWrite> change) {}

  /**
   * @param expected the state that a run without a fault came to; null if this is that run
   * @throws AssertionError if it is not reached, or any write was not as it should be
   */
  Outcome run(FaultPlan plan, @Nullable ClusterState expected) {
    cluster.empty();
    scenario.before().forEach(cluster::apply);
    try {
      startOperator(proxy -> {});
      await(scenario.started());
      awaitQuiet();
      int before = log.size();
      plan.inject(this, () -> scenario.change().accept(cluster));
      long healed = System.nanoTime();
      await(scenario.settled());
      if (expected != null) {
        await()
            .atMost(RECOVERY)
            .pollInterval(Duration.ofMillis(200))
            .untilAsserted(() -> assertThat(differences(plan, expected)).isEmpty());
      }
      Duration recovery = Duration.ofNanos(System.nanoTime() - healed);
      awaitQuiet();
      List<WireWrite> writes = log.writes();
      WireInvariants invariants = new WireInvariants(cluster.history());
      assertThat(
              plan.group().equals(FaultPlans.REORDERED)
                  ? invariants.violationsButRepeated(writes)
                  : invariants.violations(writes))
          .isEmpty();
      if (expected != null) {
        assertThat(recovery).isLessThanOrEqualTo(RECOVERY);
      }
      return new Outcome(cluster.state(), recovery, writes.subList(before, writes.size()));
    } finally {
      operators.forEach(operator -> operator.kill(background));
    }
  }

  private List<String> differences(FaultPlan plan, ClusterState expected) {
    return plan.comparable(cluster.state()).differences(plan.comparable(expected));
  }

  private void await(Scenario.Gate gate) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(Scenario.Gate.of(cluster)).isEqualTo(gate));
  }

  /** What threads of a killed operator come to is none of the test's business. */
  private static ConditionFactory await() {
    return Awaitility.await().dontCatchUncaughtExceptions();
  }

  private void awaitQuiet() {
    int[] seen = {-1};
    await()
        .atMost(PATIENCE)
        .pollInterval(QUIET)
        .until(
            () -> {
              int before = seen[0];
              seen[0] = log.size();
              return before == seen[0];
            });
  }

  Cluster cluster() {
    return cluster;
  }

  Random random() {
    return random;
  }

  /** The proxy of the operator that runs now. */
  FaultProxy proxy() {
    return operator().proxy();
  }

  private OperatorRun operator() {
    return Objects.requireNonNull(operators.get(operators.size() - 1));
  }

  void killOperator() {
    operator().kill(background);
  }

  /** Returns once it has started; it gets a proxy of its own. */
  void startOperator(Consumer<FaultProxy> prepare) {
    next(prepare).start();
  }

  /** Returns once the proxy has killed it. */
  void startOperatorThatDies(Consumer<FaultProxy> prepare) {
    OperatorRun operator = next(prepare);
    background.execute(
        () -> {
          try {
            operator.start();
          } catch (RuntimeException e) {
            LOG.debug("The start failed, as it was to.", e);
          }
        });
    await().atMost(PATIENCE).until(() -> operator.proxy().isDead());
    operator.kill(background);
  }

  private OperatorRun next(Consumer<FaultProxy> prepare) {
    int number = operators.size() + 1;
    FaultProxy proxy = new FaultProxy(transport, number, log, cluster.clock());
    prepare.accept(proxy);
    OperatorRun operator =
        launcher.launch(proxy, transport.kubeconfig(proxy.port()), number, cluster.clock());
    operators.add(operator);
    return operator;
  }

  /** The fault goes on for this long. */
  static void lasting(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    await().forever().until(() -> System.nanoTime() >= end);
  }

  /** Whoever wants something tries again. */
  static void untilItSucceeds(Runnable action) {
    await()
        .atMost(PATIENCE.multipliedBy(3))
        .ignoreExceptions()
        .until(
            () -> {
              action.run();
              return true;
            });
  }

  /** A fault that nothing meets shows nothing. */
  void requireMet(Fault fault, int times) {
    await().atMost(PATIENCE).until(() -> fault.met() >= times);
  }
}
