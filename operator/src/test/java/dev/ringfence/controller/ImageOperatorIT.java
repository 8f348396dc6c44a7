package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.image.Container;
import dev.ringfence.image.ImageTar;
import dev.ringfence.kubernetes.ChartRelease;
import dev.ringfence.kubernetes.RealApi;
import dev.ringfence.testing.TestPki;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The operator from the image, by the command of the chart's Deployment, with what a pod would find
 * in it: the token of its ServiceAccount and the address of the API server.
 */
class ImageOperatorIT {
  private static final String ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount/";
  private static final String SERVICE = "gate-ringfence.ringfence-system";
  private static final String CHAIN =
      TestPki.endEntity(Manifests.ROOT).expires(Instant.parse("2039-12-31T00:00:00Z")).mint().pem();

  private final RealApi api = RealApi.get();

  @TempDir private Path folder;

  @Test
  void becomesReadyAndJudgesAsItsOwnUserOnAReadOnlyFileSystem()
      throws IOException, InterruptedException {
    Container container = new Container(ImageTar.open(folder.resolve("image")), folder);
    container.file("/etc/hosts", "127.0.0.1 localhost " + SERVICE + "\n");
    for (Map.Entry<String, String> file : api.serviceAccountFiles().entrySet()) {
      container.file(ACCOUNT + file.getKey(), file.getValue());
    }
    URI server = URI.create(api.config().getMasterUrl());
    String port = freePort();

    try (OperatorRig rig = OperatorRig.onRealApi();
        ChartRelease release = ChartRelease.install(api, Map.of())) {
      assertThat(release.rights()).isNotEmpty();
      Process operator =
          container.start(
              "operator",
              Map.of(
                  "KUBERNETES_SERVICE_HOST", server.getHost(),
                  "KUBERNETES_SERVICE_PORT", Integer.toString(server.getPort()),
                  "POD_NAME", "gate-ringfence-0"),
              command(deployed(rig), "--port=8080", "--port=" + port));
      try {
        List<String> ready =
            List.of("java", "-jar", "/app/ringfence.jar", "ready", SERVICE + ":" + port);
        await()
            .atMost(Duration.ofMinutes(1))
            .untilAsserted(
                () ->
                    assertThat(container.run(ready).exit())
                        .as(container.printed("operator"))
                        .isZero());
        assertThat(user(operator)).isEqualTo(Container.isAdministrator() ? 65532 : 0);

        rig.apply(Manifests.fleet("desk-phones", "4.0.7577.4420", 10, Manifests.ROOT));
        rig.apply(Manifests.renewal("pool", CHAIN, "desk-phones"));
        rig.awaitVerdict("pool", "Warn", "Open");

        operator.destroy();
        assertThat(operator.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(operator.exitValue()).isEqualTo(143);
      } finally {
        if (operator.isAlive()) {
          System.out.println(container.printed("operator")); // Something above has failed.
        }
        operator.destroyForcibly();
      }
    }
  }

  private static PodSpec deployed(OperatorRig rig) {
    return rig.client()
        .apps()
        .deployments()
        .inNamespace("ringfence-system")
        .withName("gate-ringfence")
        .get()
        .getSpec()
        .getTemplate()
        .getSpec();
  }

  private static List<String> command(PodSpec pod, String from, String to) {
    List<String> command = new ArrayList<>(pod.getContainers().get(0).getCommand());
    command.addAll(pod.getContainers().get(0).getArgs());
    assertThat(command).contains(from);
    command.replaceAll(word -> word.equals(from) ? to : word);
    return command;
  }

  /** The user that the process runs as now. */
  private static int user(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
        .filter(line -> line.startsWith("Uid:"))
        .map(line -> Integer.parseInt(line.split("\\s+", -1)[1]))
        .findFirst()
        .orElseThrow();
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }
}
