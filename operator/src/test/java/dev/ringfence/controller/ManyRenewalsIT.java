package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.gather.ChainGatherer;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many renewals at once on a real API server: none is forgotten and nothing is written twice. */
class ManyRenewalsIT {
  private static final String FIRMWARE = "4.0.7577.4420";
  private static final int WRITERS = 8;

  private final OperatorRig rig = OperatorRig.onRealApi();
  private final String first = Manifests.chain(Manifests.ROOT);
  private final String second = first + Manifests.ROOT.pem();

  @AfterEach
  void stop() {
    rig.close();
  }

  /**
   * Somebody edits each spec while the operator writes the status of the one before. A third of
   * them has a finalizer of somebody else, and a third is edited into a Hold.
   */
  @Test
  void everyVerdictBelongsToTheLastSpec() throws InterruptedException {
    int count = 400;
    rig.apply(Manifests.fleet("desk-phones", FIRMWARE, 10, Manifests.ROOT));
    rig.start();
    Random gaps = new Random(20260601);
    int[] gap = IntStream.range(0, count).map(i -> gaps.nextInt(26)).toArray();
    inParallel(
        count,
        i -> {
          rig.apply(renewal(i, first, "desk-phones"));
          pause(gap[i]);
          edit(name(i), i % 3 == 2 ? "no-phones" : "desk-phones");
        });

    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(outdated(2)).isEmpty());
    for (CertificateRenewal renewal : all()) {
      CertificateRenewalStatus status = Objects.requireNonNull(renewal.getStatus());
      int number = Integer.parseInt(renewal.getMetadata().getName().substring("pool-".length()));
      assertThat(status.chainSha256()).isEqualTo(sha256(second));
      assertThat(status.verdict()).isEqualTo(number % 3 == 2 ? "Hold" : "Warn");
      assertThat(status.conditions())
          .allMatch(condition -> Objects.equals(condition.observedGeneration(), 2L));
    }
    all().forEach(this::removeFinalizers);
  }

  @Test
  void aSecondPassOverAThousandWritesNothing() throws InterruptedException {
    int count = 1_000;
    rig.apply(Manifests.fleet("desk-phones", FIRMWARE, 10, Manifests.ROOT));
    inParallel(count, i -> rig.apply(renewal(3 * i, first, "desk-phones")));
    rig.start();
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> outdated(1).isEmpty());
    rig.stop();
    long judged = rig.evaluations();
    rig.forgetWrites();

    rig.start();
    await().atMost(Duration.ofMinutes(2)).until(() -> rig.evaluations() >= judged + count);
    rig.awaitQuiet();

    assertThat(rig.writesTo("ringfence")).isEmpty();
    assertThat(rig.writesTo("/events")).isEmpty();
  }

  private String renewal(int number, String pem, String fleet) {
    String manifest = Manifests.renewal(name(number), pem, fleet);
    return number % 3 == 1
        ? manifest.replace("metadata: {", "metadata: {finalizers: [example.com/keep], ")
        : manifest;
  }

  private static String name(int number) {
    return "pool-" + number;
  }

  /** As an editor does it: again, if somebody else was faster. */
  /** As often as the operator's status comes in between. */
  private void edit(String name, String fleet) {
    boolean edited;
    do {
      edited = editOnce(name, fleet);
    } while (!edited);
  }

  private boolean editOnce(String name, String fleet) {
    CertificateRenewal wanted =
        Serialization.unmarshal(Manifests.renewal(name, second, fleet), CertificateRenewal.class);
    try {
      rig.client()
          .resources(CertificateRenewal.class)
          .inNamespace(OperatorRig.NAMESPACE)
          .withName(name)
          .edit(
              found -> {
                found.setSpec(wanted.getSpec());
                return found;
              });
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw e;
      }
      return false;
    }
  }

  private void removeFinalizers(CertificateRenewal renewal) {
    if (!renewal.getMetadata().getFinalizers().isEmpty()) {
      rig.client()
          .resource(renewal)
          .edit(
              found -> {
                found.getMetadata().setFinalizers(List.of());
                return found;
              });
    }
  }

  private List<String> outdated(long generation) {
    return all().stream()
        .filter(
            renewal ->
                renewal.getStatus() == null
                    || !Objects.equals(renewal.getStatus().observedGeneration(), generation))
        .map(
            renewal ->
                "%s at generation %d: %s"
                    .formatted(
                        renewal.getMetadata().getName(),
                        renewal.getMetadata().getGeneration(),
                        renewal.getStatus()))
        .collect(Collectors.toList());
  }

  private List<CertificateRenewal> all() {
    ListOptions newest = new ListOptionsBuilder().withResourceVersion("0").build();
    return rig.client()
        .resources(CertificateRenewal.class)
        .inNamespace(OperatorRig.NAMESPACE)
        .list(newest)
        .getItems();
  }

  private static String sha256(String pem) {
    return new ChainGatherer().gather(pem, "chain").sha256();
  }

  private static void pause(int millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }

  private interface Step {
    void run(int number) throws InterruptedException;
  }

  private static void inParallel(int count, Step step) throws InterruptedException {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Throwable> failures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      writers.execute(
          () -> {
            try {
              step.run(number);
            } catch (InterruptedException | RuntimeException e) {
              synchronized (failures) {
                failures.add(e);
              }
            }
          });
    }
    writers.shutdown();
    assertThat(writers.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
    assertThat(failures).isEmpty();
  }
}
