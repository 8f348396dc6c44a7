package dev.ringfence.kubernetes;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** How fast the machine writes statuses for one that does nothing else. */
final class BareLoops {
  static final int WRITERS = 16;

  private BareLoops() {}

  /** How many statuses a second a loop writes that does nothing else. */
  static double oneField(KubernetesClient client, int renewals) throws Exception {
    PatchContext merge = PatchContext.of(PatchType.JSON_MERGE);
    Instant start = Instant.now();
    inParallel(
        renewals,
        i ->
            client
                .resources(CertificateRenewal.class)
                .inNamespace(ScaleInputs.NAMESPACE)
                .withName(ScaleInputs.name(i))
                .subresource("status")
                .patch(merge, "{\"status\": {\"chainSha256\": \"%064d\"}}".formatted(i)));
    return perSecond(renewals, Duration.between(start, Instant.now()));
  }

  /** The same with the operator's own statuses, which take the place of those that are there. */
  static double wholeStatuses(KubernetesClient client) throws Exception {
    List<CertificateRenewal> all =
        client
            .resources(CertificateRenewal.class)
            .inNamespace(ScaleInputs.NAMESPACE)
            .list()
            .getItems();
    for (CertificateRenewal renewal : all) {
      renewal.getMetadata().setManagedFields(List.of());
      renewal.setSpec(null);
      renewal.setStatus(another(Objects.requireNonNull(renewal.getStatus())));
    }
    Instant start = Instant.now();
    inParallel(all.size(), i -> client.resource(all.get(i)).updateStatus());
    return perSecond(all.size(), Duration.between(start, Instant.now()));
  }

  /** What is written must differ, or the API server writes nothing. */
  private static CertificateRenewalStatus another(CertificateRenewalStatus status) {
    return new CertificateRenewalStatus(
        status.observedGeneration(),
        status.verdict(),
        status.gate(),
        "0".repeat(64),
        status.chain(),
        status.phones(),
        status.findings(),
        status.findingsOmitted(),
        status.inputs(),
        status.breaksAt(),
        status.reportRef(),
        status.conditions());
  }

  static double perSecond(int count, Duration took) {
    return count / Math.max(0.001, took.toMillis() / 1000.0);
  }

  static void inParallel(int count, IntConsumer step) throws Exception {
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
