package dev.ringfence.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.faults.Fault.Effect;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Every fault that the scenarios are crossed with. */
final class FaultPlans {
  /** What the changes of the scenarios make the operator write. */
  private static final List<WriteKind> KINDS =
      List.of(
          WriteKind.EVENT,
          WriteKind.REPORT,
          WriteKind.RENEWAL_STATUS,
          WriteKind.APPROVAL_STATUS,
          WriteKind.FLEET_STATUS,
          WriteKind.POLICY_STATUS,
          WriteKind.CATALOG_STATUS);

  static final String REORDERED = "reordered";

  private static final int CRASHES = 3;
  private static final int REQUESTS_OF_A_START = 14;

  private final Duration outage;

  /**
   * @param outage how long an outage lasts
   */
  FaultPlans(Duration outage) {
    this.outage = outage;
  }

  static FaultPlan none() {
    return FaultPlan.of("none", "none", (run, change) -> change.run());
  }

  List<FaultPlan> all() {
    List<FaultPlan> all = new ArrayList<>();
    for (WriteKind kind : KINDS) {
      all.add(killed("before", Effect.KILL_BEFORE, kind));
      all.add(killed("after", Effect.KILL_AFTER, kind));
      all.add(unanswered(kind));
    }
    for (int code : new int[] {409, 429, 500, 503}) {
      all.add(refused(code));
    }
    all.add(conflictForALongTime());
    all.add(FaultPlan.of("410", "410 to watches", FaultPlans::expired));
    all.add(FaultPlan.of("crash loop", "crash loop at start", FaultPlans::crashLoop));
    all.add(FaultPlan.of("frozen watch", "frozen watches, resumed", FaultPlans::frozen));
    all.add(FaultPlan.of("frozen watch", "frozen watches, cut", FaultPlans::frozenThenCut));
    all.add(FaultPlan.of("dropped event", "dropped events", FaultPlans::dropped));
    all.add(reordered("events in the wrong order", WatchDelivery.Order.LAST_FIRST));
    all.add(reordered("older events again", WatchDelivery.Order.OLDER_AGAIN));
    all.add(FaultPlan.of("stale list", "stale lists after a restart", FaultPlans::stale));
    all.addAll(new Outages(outage).all());
    all.add(FaultPlan.of("delay", "slow answers", FaultPlans::slow));
    all.add(FaultPlan.of("held", "writes held up", FaultPlans::held));
    all.add(clock("clock an hour ahead", Duration.ofHours(1)));
    all.add(clock("clock an hour behind", Duration.ofHours(-1)));
    return List.copyOf(all);
  }

  private static FaultPlan killed(String when, Effect effect, WriteKind kind) {
    return FaultPlan.of(
        "kill -9",
        "killed %s it writes %s".formatted(when, kind.label()),
        kind,
        (run, change) -> {
          FaultProxy proxy = run.proxy();
          proxy.add(Fault.of(effect, 1, request -> request.writes(kind)));
          change.run();
          await().atMost(FaultCase.PATIENCE).until(proxy::isDead);
          run.killOperator();
          run.startOperator(next -> {});
        });
  }

  private static FaultPlan unanswered(WriteKind kind) {
    return FaultPlan.of(
        "ambiguous write",
        "answer to %s lost".formatted(kind.label()),
        kind,
        (run, change) -> {
          Fault fault =
              run.proxy().add(Fault.of(Effect.LOSE_ANSWER, 1, request -> request.writes(kind)));
          change.run();
          run.requireMet(fault, 1);
        });
  }

  private static FaultPlan refused(int code) {
    return FaultPlan.of(
        "%d".formatted(code),
        "%d to three writes".formatted(code),
        (run, change) -> {
          Fault fault = run.proxy().add(Fault.answer(code, 3, ProxiedRequest::writes));
          change.run();
          run.requireMet(fault, 1);
        });
  }

  private FaultPlan conflictForALongTime() {
    return FaultPlan.of(
        "409",
        "409 to every status until healed",
        (run, change) -> {
          run.proxy()
              .add(
                  Fault.answer(
                      409,
                      Fault.FOR_EVER,
                      request -> request.writes() && request.path().endsWith("/status")));
          change.run();
          FaultCase.lasting(outage);
          run.proxy().heal();
        });
  }

  private static void expired(FaultCase run, Runnable change) {
    Fault fault = run.proxy().add(Fault.answer(410, 5, ProxiedRequest::watches));
    run.proxy().cutWatches();
    change.run();
    run.requireMet(fault, 5);
  }

  private static void crashLoop(FaultCase run, Runnable change) {
    run.killOperator();
    change.run();
    for (int i = 0; i < CRASHES; i++) {
      int last = 1 + run.random().nextInt(REQUESTS_OF_A_START);
      AtomicInteger seen = new AtomicInteger();
      Predicate<ProxiedRequest> fatal = request -> seen.incrementAndGet() >= last;
      run.startOperatorThatDies(proxy -> proxy.add(Fault.of(Effect.KILL_BEFORE, 1, fatal)));
    }
    run.startOperator(proxy -> {});
  }

  private static void frozen(FaultCase run, Runnable change) {
    run.proxy().freezeWatches();
    change.run();
    FaultCase.lasting(Duration.ofSeconds(3));
    run.proxy().heal();
  }

  private static void frozenThenCut(FaultCase run, Runnable change) {
    run.proxy().freezeWatches();
    change.run();
    FaultCase.lasting(Duration.ofSeconds(2));
    run.proxy().cutWatches();
    run.proxy().heal();
  }

  /** An intact connection loses nothing; what was lost comes with the list after its end. */
  private static void dropped(FaultCase run, Runnable change) {
    run.proxy().dropEvents(event -> true);
    change.run();
    FaultCase.lasting(Duration.ofSeconds(2));
    run.proxy().heal();
    run.proxy().cutWatches();
  }

  /**
   * Everything is edited around the change, so that there are events to bring out of order. Cached
   * objects then go back in time, and deleted ones come back; what follows is a list.
   */
  private static FaultPlan reordered(String name, WatchDelivery.Order order) {
    return new FaultPlan(
        REORDERED,
        name,
        Set.of(),
        (run, change) -> {
          run.proxy().orderEvents(order);
          run.cluster().editAll();
          change.run();
          run.cluster().editAll();
          FaultCase.lasting(Duration.ofSeconds(3));
          run.proxy().heal();
          run.proxy().add(Fault.answer(410, Fault.FOR_EVER, ProxiedRequest::watches));
          run.proxy().cutWatches();
          FaultCase.lasting(Duration.ofSeconds(2));
          run.proxy().heal();
        },
        ClusterState::withoutEvents);
  }

  private static void stale(FaultCase run, Runnable change) {
    Map<String, Buffer> lists = run.proxy().lists();
    run.killOperator();
    change.run();
    run.startOperator(proxy -> proxy.serveStale(lists));
    assertThat(run.proxy().staleListsServed()).isEqualTo(lists.keySet());
    run.proxy().heal();
  }

  private static void slow(FaultCase run, Runnable change) {
    Duration delay = Duration.ofMillis(100 + run.random().nextInt(400));
    run.proxy().add(Fault.delay(delay, request -> true));
    change.run();
    FaultCase.lasting(Duration.ofSeconds(2));
  }

  private static void held(FaultCase run, Runnable change) {
    run.proxy().add(Fault.of(Effect.HOLD, Fault.FOR_EVER, ProxiedRequest::writes));
    change.run();
    FaultCase.lasting(Duration.ofSeconds(3));
    run.proxy().heal();
  }

  private static FaultPlan clock(String name, Duration skew) {
    return new FaultPlan(
        "clock",
        name,
        Set.of(),
        (run, change) -> {
          run.cluster().clock().skew(skew);
          change.run();
          FaultCase.lasting(Duration.ofSeconds(3));
          run.cluster().clock().skew(Duration.ZERO);
        },
        ClusterState::withoutInstants);
  }
}
