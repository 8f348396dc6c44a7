package dev.ringfence.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged operator with many renewals on a real API server. What is counted is asserted; times
 * and memory are printed. Properties: {@code ringfence.scale}, how many renewals (500), {@code
 * ringfence.scale.idle}, seconds to watch it idle (20).
 */
class ScaleIT {
  private static final int RENEWALS = Integer.getInteger("ringfence.scale", 500);
  private static final Duration IDLE =
      Duration.ofSeconds(Integer.getInteger("ringfence.scale.idle", 20));
  private static final int EDITS = 250;
  private static final Duration BETWEEN_EDITS = Duration.ofMillis(20);
  private static final String STATUS = "certificaterenewals/status";

  private final RealApi api = RealApi.get();
  private final AuditTail audit = api.auditTail();
  private final ScaleInputs inputs = new ScaleInputs(RENEWALS);

  @TempDir private Path folder;

  private double verdictRate;

  @Test
  void everyVerdictIsWrittenOnceAndThenNothing() throws Exception {
    try (KubernetesClient client = api.client(request -> {})) {
      EmptyCluster.empty(client, ScaleInputs.NAMESPACE);
      try (ChartRelease release = ChartRelease.install(api, Map.of())) {
        assertThat(release.rights()).isNotEmpty();
        create(client);
        double bare = BareLoops.oneField(client, RENEWALS);
        try (OperatorProcess operator = OperatorProcess.start(api, folder, "operator")) {
          firstPass(operator, bare);
          idle(operator);
          changedFact(client);
          edits(client);
          awaitQuiet();
          say(
              "resident %d MiB, %d MiB at its peak"
                  .formatted(operator.mebibytes("VmRSS"), operator.mebibytes("VmHWM")));
        }
        restart();
        double whole = BareLoops.wholeStatuses(client);
        say(
            "a bare loop that writes whole statuses as the operator does writes %.0f a second:"
                    .formatted(whole)
                + " ratio %.2f".formatted(verdictRate / whole));
      } finally {
        EmptyCluster.empty(client, ScaleInputs.NAMESPACE);
      }
    }
  }

  private void create(KubernetesClient client) throws Exception {
    client.resource(inputs.catalog()).create();
    BareLoops.inParallel(ScaleInputs.FLEETS, i -> client.resource(inputs.fleet(i)).create());
    BareLoops.inParallel(RENEWALS, i -> client.resource(inputs.renewal(i)).create());
  }

  private void firstPass(OperatorProcess operator, double bare) {
    Instant start = Instant.now();
    int before = audit.size();
    await().atMost(Duration.ofMinutes(3)).until(() -> operator.log().contains("has started"));
    Duration ready = Duration.between(start, Instant.now());
    Duration readyTime = operator.processorTime();
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofSeconds(2))
        .until(() -> written(before).size() >= RENEWALS);
    Duration passTime = operator.processorTime();
    List<Instant> verdicts = List.copyOf(written(before).values());
    assertThat(verdicts).hasSize(RENEWALS);
    Duration took = Duration.between(verdicts.get(0), verdicts.get(RENEWALS - 1));
    double rate = BareLoops.perSecond(RENEWALS, took);
    verdictRate = rate;
    say(
        "ready after %.1f s, %.1f s of processor time; all verdicts after %.1f s of it"
            .formatted(
                ready.toMillis() / 1000.0,
                readyTime.toMillis() / 1000.0,
                passTime.toMillis() / 1000.0));
    say(
        "%d verdicts in %.1f s, %.0f a second; a bare loop writes %.0f a second: ratio %.2f"
            .formatted(RENEWALS, took.toMillis() / 1000.0, rate, bare, rate / bare));
    awaitQuiet();
    List<AuditEvent> all = writesOfOperator(before).toList();
    // Three for each renewal, and the statuses of fleets and catalog.
    assertThat(all.stream().filter(write -> write.code() < 300))
        .hasSizeLessThanOrEqualTo(3 * RENEWALS + ScaleInputs.FLEETS + 1);
    Duration everything = Duration.between(verdicts.get(0), all.get(all.size() - 1).at());
    say(
        "%d writes, Events and reports included, in %.1f s, %.0f a second; resident %d MiB"
            .formatted(
                all.size(),
                everything.toMillis() / 1000.0,
                BareLoops.perSecond(all.size(), everything),
                operator.mebibytes("VmRSS")));
  }

  private void idle(OperatorProcess operator) throws InterruptedException {
    awaitQuiet();
    int before = audit.size();
    Duration cpu = operator.processorTime();
    TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
    Duration used = operator.processorTime().minus(cpu);
    say(
        "idle for %d s: %.2f %% of a core"
            .formatted(IDLE.toSeconds(), 100.0 * used.toMillis() / IDLE.toMillis()));

    assertThat(writesOfOperator(before)).isEmpty();
  }

  /** Only the renewals of the one fleet that runs the release are written. */
  private void changedFact(KubernetesClient client) {
    int before = audit.size();
    Instant start = Instant.now();
    client.resource(inputs.changedFact()).create();
    int affected = (RENEWALS + ScaleInputs.FLEETS - 1) / ScaleInputs.FLEETS;
    awaitWrites(before, affected);
    awaitQuiet();
    List<AuditEvent> writes = writes(before).toList();
    say(
        "a changed fact: %d statuses written, the last after %.1f s"
            .formatted(
                writes.size(),
                Duration.between(start, writes.get(writes.size() - 1).at()).toMillis() / 1000.0));
    assertThat(writes).hasSize(affected);
  }

  private void edits(KubernetesClient client) throws Exception {
    int before = audit.size();
    List<Long> millis = new ArrayList<>();
    ExecutorService editors = Executors.newFixedThreadPool(BareLoops.WRITERS);
    for (int i = 0; i < EDITS; i++) {
      int number = i % RENEWALS;
      String spec = "{\"spec\": {\"serverNames\": [\"edit-%d.example.com\"]}}".formatted(i);
      editors.execute(
          () ->
              client
                  .resources(CertificateRenewal.class)
                  .inNamespace(ScaleInputs.NAMESPACE)
                  .withName(ScaleInputs.name(number))
                  .patch(PatchContext.of(PatchType.JSON_MERGE), spec));
      TimeUnit.MILLISECONDS.sleep(BETWEEN_EDITS.toMillis());
    }
    editors.shutdown();
    assertThat(editors.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    awaitWrites(before, EDITS);
    List<AuditEvent> events = audit.since(before);
    Map<String, Instant> written = written(before);
    for (AuditEvent edit : events) {
      if (edit.resource().equals("certificaterenewals") && edit.verb().equals("patch")) {
        Instant write = written.get(edit.name());
        assertThat(write).as(edit.name()).isNotNull();
        // The operator may be faster than the answer to the edit.
        millis.add(Math.max(0, Duration.between(edit.at(), write).toMillis()));
      }
    }
    millis.sort(null);
    assertThat(millis).hasSize(EDITS);
    say(
        "%d edits, one each %d ms: verdict after %d ms in the middle, %d ms at the 99th percentile"
            .formatted(
                EDITS,
                BETWEEN_EDITS.toMillis(),
                millis.get(EDITS / 2),
                millis.get(EDITS * 99 / 100)));
  }

  private void restart() throws InterruptedException {
    int before = audit.size();
    Instant start = Instant.now();
    try (OperatorProcess again = OperatorProcess.start(api, folder, "again")) {
      await().atMost(Duration.ofMinutes(3)).until(() -> again.log().contains("has started"));
      say(
          "ready again after %.1f s"
              .formatted(Duration.between(start, Instant.now()).toMillis() / 1000.0));
      awaitQuiet();
      assertThat(writesOfOperator(before)).isEmpty();
    }
  }

  private void awaitWrites(int before, int count) {
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> writes(before).count() >= count);
  }

  private void awaitQuiet() {
    int start = audit.size();
    long[] seen = {-1};
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofSeconds(3))
        .until(
            () -> {
              long before = seen[0];
              seen[0] = writesOfOperator(start).count();
              return before == seen[0];
            });
  }

  /** When each verdict was first written, in this order. */
  private Map<String, Instant> written(int before) {
    Map<String, Instant> first = new LinkedHashMap<>();
    writes(before).forEach(write -> first.putIfAbsent(write.name(), write.at()));
    return first;
  }

  private Stream<AuditEvent> writes(int before) {
    return audit.since(before).stream().filter(ScaleIT::isVerdict);
  }

  /** One that the API server answered too late may be in force too. */
  private static boolean isVerdict(AuditEvent event) {
    return event.isOfOperator()
        && event.resource().equals(STATUS)
        && (event.code() == 200 || event.code() == 504);
  }

  private Stream<AuditEvent> writesOfOperator(int before) {
    return audit.since(before).stream()
        .filter(AuditEvent::isOfOperator)
        .filter(event -> List.of("create", "update", "patch", "delete").contains(event.verb()))
        .filter(event -> !event.resource().startsWith("selfsubject"));
  }

  private static void say(String sentence) {
    System.out.printf(Locale.ROOT, "With %d renewals: %s.%n", RENEWALS, sentence);
  }
}
