package dev.ringfence.faults;

import dev.ringfence.kubernetes.FragileApi;
import dev.ringfence.kubernetes.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The API server, or the only member of etcd behind it, is away for a while. */
final class Outages {
  private static final int LONGEST_START_MILLIS = 200;

  private final Duration lasting;

  Outages(Duration lasting) {
    this.lasting = lasting;
  }

  List<FaultPlan> all() {
    return List.of(
        FaultPlan.of("down", "API server down", this::unreachable),
        FaultPlan.of(
            "down",
            "API server killed",
            (run, change) -> killed(run, change, run.cluster().server().server())),
        FaultPlan.of("etcd", "etcd stopped", this::etcdStopped),
        FaultPlan.of(
            "etcd",
            "etcd killed",
            (run, change) -> killed(run, change, run.cluster().server().etcd())));
  }

  /** For the operator alone; users reach it. */
  private void unreachable(FaultCase run, Runnable change) {
    run.proxy().add(Fault.of(Fault.Effect.CUT, Fault.FOR_EVER, request -> true));
    run.proxy().cutEverything();
    change.run();
    FaultCase.lasting(lasting);
    run.proxy().heal();
  }

  /** While the operator is at work on the change. */
  private void killed(FaultCase run, Runnable change, ServerProcess victim) {
    FragileApi server = run.cluster().server();
    change.run();
    FaultCase.lasting(Duration.ofMillis(run.random().nextInt(LONGEST_START_MILLIS)));
    victim.kill();
    try {
      FaultCase.lasting(lasting);
    } finally {
      victim.start();
      server.awaitReady();
    }
  }

  /**
   * The API server can neither read nor write. The change begins meanwhile and ends afterwards: its
   * requests fail after a while, as those of the operator do, and are repeated.
   */
  private void etcdStopped(FaultCase run, Runnable change) {
    ServerProcess etcd = run.cluster().server().etcd();
    etcd.stop();
    CompletableFuture<Void> changing;
    try {
      changing = CompletableFuture.runAsync(() -> FaultCase.untilItSucceeds(change));
      FaultCase.lasting(lasting);
    } finally {
      etcd.resume();
    }
    run.cluster().server().awaitReady();
    changing.join();
  }
}
