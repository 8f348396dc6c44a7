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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
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
  private static final int WRITERS = 16;
  private static final int EDITS = 250;
  private static final Duration BETWEEN_EDITS = Duration.ofMillis(20);
  private static final String STATUS = "certificaterenewals/status";

  private final RealApi api = RealApi.get();
  private final ScaleInputs inputs = new ScaleInputs(RENEWALS);

  @TempDir private Path folder;

  @Test
  void everyVerdictIsWrittenOnceAndThenNothing() throws Exception {
    try (KubernetesClient client = api.client(request -> {})) {
      EmptyCluster.empty(client, ScaleInputs.NAMESPACE);
      try (ChartRelease release = ChartRelease.install(api, Map.of())) {
        assertThat(release.rights()).isNotEmpty();
        create(client);
        double bare = barePatches(client);
        try (OperatorProcess operator = OperatorProcess.start(api, folder, "operator")) {
          firstPass(operator, bare);
          idle(operator);
          changedFact(client);
          edits(client);
          say(
              "resident %d MiB, %d MiB at its peak"
                  .formatted(operator.mebibytes("VmRSS"), operator.mebibytes("VmHWM")));
        }
        restart();
      } finally {
        EmptyCluster.empty(client, ScaleInputs.NAMESPACE);
      }
    }
  }

  private void create(KubernetesClient client) throws Exception {
    client.resource(inputs.catalog()).create();
    inParallel(ScaleInputs.FLEETS, i -> client.resource(inputs.fleet(i)).create());
    inParallel(RENEWALS, i -> client.resource(inputs.renewal(i)).create());
  }

  /** How many statuses a second a loop writes that does nothing else. */
  private static double barePatches(KubernetesClient client) throws Exception {
    PatchContext merge = PatchContext.of(PatchType.JSON_MERGE);
    Instant start = Instant.now();
    inParallel(
        RENEWALS,
        i ->
            client
                .resources(CertificateRenewal.class)
                .inNamespace(ScaleInputs.NAMESPACE)
                .withName(ScaleInputs.name(i))
                .subresource("status")
                .patch(merge, "{\"status\": {\"chainSha256\": \"%064d\"}}".formatted(i)));
    return perSecond(RENEWALS, Duration.between(start, Instant.now()));
  }

  private void firstPass(OperatorProcess operator, double bare) {
    Instant start = Instant.now();
    long before = api.auditedSoFar();
    await().atMost(Duration.ofMinutes(1)).until(() -> operator.log().contains("has started"));
    Duration ready = Duration.between(start, Instant.now());
    awaitWrites(before, RENEWALS);
    List<AuditEvent> writes = writes(before).toList();
    assertThat(writes.stream().map(AuditEvent::name).distinct()).hasSize(RENEWALS);
    Duration took = Duration.between(writes.get(0).at(), writes.get(writes.size() - 1).at());
    double rate = perSecond(writes.size(), took);
    say("ready after %.1f s".formatted(ready.toMillis() / 1000.0));
    say(
        "%d verdicts in %.1f s, %.0f a second; a bare loop writes %.0f a second: ratio %.2f"
            .formatted(writes.size(), took.toMillis() / 1000.0, rate, bare, rate / bare));
  }

  private void idle(OperatorProcess operator) throws InterruptedException {
    awaitQuiet();
    long before = api.auditedSoFar();
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
    long before = api.auditedSoFar();
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
    long before = api.auditedSoFar();
    List<Long> millis = new ArrayList<>();
    ExecutorService editors = Executors.newFixedThreadPool(WRITERS);
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
    List<AuditEvent> events = api.audited(before);
    for (AuditEvent edit : events) {
      if (edit.resource().equals("certificaterenewals") && edit.verb().equals("patch")) {
        events.stream()
            .filter(write -> isVerdict(write) && write.name().equals(edit.name()))
            .filter(write -> write.at().isAfter(edit.at()))
            .findFirst()
            .ifPresent(write -> millis.add(Duration.between(edit.at(), write.at()).toMillis()));
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
    long before = api.auditedSoFar();
    Instant start = Instant.now();
    try (OperatorProcess again = OperatorProcess.start(api, folder, "again")) {
      await().atMost(Duration.ofMinutes(1)).until(() -> again.log().contains("has started"));
      say(
          "ready again after %.1f s"
              .formatted(Duration.between(start, Instant.now()).toMillis() / 1000.0));
      TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
      assertThat(writesOfOperator(before)).isEmpty();
    }
  }

  private void awaitWrites(long before, int count) {
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> writes(before).count() >= count);
  }

  private void awaitQuiet() {
    long[] seen = {-1};
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofSeconds(3))
        .until(
            () -> {
              long before = seen[0];
              seen[0] = writesOfOperator(0).count();
              return before == seen[0];
            });
  }

  private Stream<AuditEvent> writes(long before) {
    return api.audited(before).stream().filter(ScaleIT::isVerdict);
  }

  private static boolean isVerdict(AuditEvent event) {
    return event.isOfOperator() && event.resource().equals(STATUS) && event.code() == 200;
  }

  private Stream<AuditEvent> writesOfOperator(long before) {
    return api.audited(before).stream()
        .filter(AuditEvent::isOfOperator)
        .filter(event -> List.of("create", "update", "patch", "delete").contains(event.verb()))
        .filter(event -> !event.resource().startsWith("selfsubject"));
  }

  private static double perSecond(int count, Duration took) {
    return count / Math.max(0.001, took.toMillis() / 1000.0);
  }

  private static void say(String sentence) {
    System.out.printf(Locale.ROOT, "With %d renewals: %s.%n", RENEWALS, sentence);
  }

  private static void inParallel(int count, IntConsumer step) throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      done.add(writers.submit(() -> step.accept(number)));
    }
    for (Future<?> one : done) {
      one.get();
    }
    writers.shutdown();
  }
}
