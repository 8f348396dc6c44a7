package dev.ringfence.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * What the tests take from Go modules besides Kubernetes. A test is skipped where it is not there
 * and Go is not installed, and fails in CI.
 */
final class GoTools {
  private static final Path MODULES = Path.of("src", "test", "tools");
  private static final Path CACHE =
      Path.of(System.getProperty("user.home"), ".cache", "ringfence", "tools");
  private static final String MISSING = "%s comes from a Go module, and Go is not installed.";

  private GoTools() {}

  /** Built once, in seconds, into a cache outside the checkout. */
  static Path kubeconform() throws IOException, InterruptedException {
    GoModule module = new GoModule(MODULES.resolve("kubeconform"));
    Path program = CACHE.resolve("kubeconform-" + module.digest()).resolve("kubeconform");
    if (!Files.isExecutable(program)) {
      needGo("kubeconform");
      Files.createDirectories(program.getParent());
      module.build(program, "github.com/yannh/kubeconform/cmd/kubeconform", "-s -w");
    }
    return program;
  }

  /** Of ServiceMonitor and PrometheusRule, as the Prometheus operator publishes them. */
  static List<Path> prometheusOperatorDefinitions() throws IOException, InterruptedException {
    needGo("The Prometheus operator's definitions");
    JsonNode module =
        new ObjectMapper()
            .readTree(
                new GoModule(MODULES.resolve("prometheus-operator"))
                    .go(
                        "mod",
                        "download",
                        "-json",
                        "github.com/prometheus-operator/prometheus-operator"));
    Path folder = Path.of(module.path("Dir").asText(), "example", "prometheus-operator-crd");
    return Stream.of("prometheusrules", "servicemonitors")
        .map(plural -> folder.resolve("monitoring.coreos.com_" + plural + ".yaml"))
        .toList();
  }

  private static void needGo(String what) {
    if (!GoModule.isGoInstalled() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(MISSING.formatted(what));
    }
    Assumptions.assumeTrue(GoModule.isGoInstalled(), () -> MISSING.formatted(what));
  }
}
