package dev.ringfence.bench;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.demo.EmbeddedApi;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * How much memory the operator takes with many renewals. The API is embedded in this process, the
 * operator runs alone in another one, started as in production, and it is the latter's resident
 * memory that counts.
 *
 * <p>Arguments: folder for the temporary files, launcher, number of renewals.
 */
final class OperatorMemory {
  private static final String NAMESPACE = "bench";
  private static final String POLICY =
      """
      apiVersion: ringfence.dev/v1alpha1
      kind: RenewalPolicy
      metadata: {name: default, namespace: bench}
      spec: {}
      """;
  private static final String FLEET =
      """
      apiVersion: ringfence.dev/v1alpha1
      kind: PhoneFleet
      metadata: {name: phones-%d, namespace: bench}
      spec:
        groups:
        - {name: lobby, platform: lync-phone-edition, model: CX600, firmware: 4.0.7577.4387, phones: 80, signIn: Pin}
        - {name: offices, platform: lync-phone-edition, model: CX500, firmware: 4.0.7577.4420, phones: 40, signIn: Pin}
        - {name: branch, platform: lync-phone-edition, model: CX700, firmware: 4.0.7577.4494, phones: 3}
      """;
  private static final String RENEWAL =
      """
      apiVersion: ringfence.dev/v1alpha1
      kind: CertificateRenewal
      metadata: {name: renewal-%d, namespace: bench}
      spec:
        policyRef: {name: default}
        fleetRefs: [{name: phones-%d}]
        serverNames: ["pool-%d.example.com"]
        chain:
          inline: |
      %s
      """;
  private static final List<String> CHAINS =
      List.of(
          "cryptography-io-2014.pem",
          "dinnerjerks-2014.pem",
          "ibmcloud-messaging-2014.pem",
          "iddl-vt-edu-2013.pem");
  private static final int FLEETS = 10;
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path folder;
  private final Path launcher;
  private final int count;

  private OperatorMemory(Path folder, Path launcher, int count) {
    this.folder = folder;
    this.launcher = launcher;
    this.count = count;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "Expected a folder, the launcher and a number of renewals, found %d arguments."
              .formatted(args.length));
    }
    new OperatorMemory(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2])).run();
    System.exit(0);
  }

  private void run() throws IOException, InterruptedException {
    try (EmbeddedApi api = new EmbeddedApi();
        KubernetesClient client = api.client()) {
      Process operator = startOperator(client.getMasterUrl().toString());
      try {
        measure(operator, client);
      } finally {
        operator.destroy();
        operator.waitFor(30, TimeUnit.SECONDS);
      }
    }
  }

  private void measure(Process operator, KubernetesClient client)
      throws IOException, InterruptedException {
    create(client, POLICY);
    for (int fleet = 0; fleet < FLEETS; fleet++) {
      create(client, FLEET.formatted(fleet));
    }
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      create(client, RENEWAL.formatted(i, i % FLEETS, i, chain(i)));
    }
    awaitVerdicts(operator, client);
    System.out.printf(
        Locale.ROOT,
        "%d renewals have a verdict %.1f s after the first was created.%n",
        count,
        (System.nanoTime() - start) / 1e9);
    for (int second = 0; second <= 30; second += 10) {
      System.out.printf(
          "The operator's process %d s later: resident %d MiB, at its peak %d MiB.%n",
          second, mebibytes(operator, "VmRSS"), mebibytes(operator, "VmHWM"));
      TimeUnit.SECONDS.sleep(10);
    }
  }

  private Process startOperator(String address) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("kubeconfig"),
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: embedded, cluster: {server: "%s"}}]
            users: [{name: nobody, user: {}}]
            contexts: [{name: embedded, context: {cluster: embedded, user: nobody, namespace: bench}}]
            current-context: embedded
            """
                .formatted(address));
    ProcessBuilder builder =
        new ProcessBuilder(
            launcher.toString(), "operator", "--namespace", NAMESPACE, "--port", "0");
    builder.environment().put("KUBECONFIG", config.toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("operator.log").toFile());
    return builder.start();
  }

  private static void create(KubernetesClient client, String manifest) {
    client.resource(manifest).createOr(NonDeletingOperation::update);
  }

  private static String chain(int i) {
    String pem =
        new String(
            Examples.read("chains/" + CHAINS.get(i % CHAINS.size())), StandardCharsets.US_ASCII);
    return pem.indent(6);
  }

  private void awaitVerdicts(Process operator, KubernetesClient client)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    long judged = 0;
    while (operator.isAlive() && Instant.now().isBefore(end)) {
      judged =
          client
              .resources(CertificateRenewal.class)
              .inNamespace(NAMESPACE)
              .list()
              .getItems()
              .stream()
              .map(CertificateRenewal::getStatus)
              .filter(Objects::nonNull)
              .filter(status -> status.verdict() != null)
              .count();
      if (judged == count) {
        return;
      }
      TimeUnit.SECONDS.sleep(2);
    }
    throw new IllegalStateException(
        "%d of %d renewals have a verdict; the operator said:%n%s"
            .formatted(judged, count, Files.readString(folder.resolve("operator.log"))));
  }

  private static long mebibytes(Process process, String field) throws IOException {
    return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
            .filter(line -> line.startsWith(field + ":"))
            .map(line -> line.replaceAll("[^0-9]", ""))
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElseThrow()
        / 1024;
  }
}
