package dev.ringfence.app;

import ch.qos.logback.classic.Level;
import dev.ringfence.cli.CommandEnvironment;
import dev.ringfence.cli.ExitCode;
import dev.ringfence.controller.Measurements;
import dev.ringfence.controller.OperatorSettings;
import dev.ringfence.controller.RingfenceOperator;
import dev.ringfence.metrics.Telemetry;
import dev.ringfence.metrics.TelemetryServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the operator against the cluster of the kubeconfig or the pod, until it is stopped. */
@Command(
    name = "operator",
    mixinStandardHelpOptions = true,
    description =
        "Runs against the cluster of the kubeconfig or the pod. Each flag can be given as an"
            + " environment variable too; lists are separated by commas there.")
final class OperatorCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorCommand.class);
  private static final int REQUESTS_AT_ONCE = 64;

  private final CommandEnvironment environment;

  @Option(
      names = "--namespace",
      split = ",",
      defaultValue = "${env:RINGFENCE_NAMESPACES:-}",
      description = "Namespace to watch, repeatable; none: all. RINGFENCE_NAMESPACES")
  private List<String> namespaces = new ArrayList<>();

  @Option(
      names = "--secret-namespace",
      split = ",",
      defaultValue = "${env:RINGFENCE_SECRET_NAMESPACES:-}",
      description =
          "Namespace whose labelled Secrets may be read, repeatable; none: no Secret is asked for."
              + " RINGFENCE_SECRET_NAMESPACES")
  private List<String> secretNamespaces = new ArrayList<>();

  @Option(
      names = "--pack",
      split = ",",
      defaultValue = "${env:RINGFENCE_PACKS:-lync-phone-edition}",
      description =
          "Built-in firmware catalog in force, repeatable (${DEFAULT-VALUE}). RINGFENCE_PACKS")
  private List<String> packs = new ArrayList<>();

  @Option(
      names = "--port",
      defaultValue = "${env:RINGFENCE_PORT:-8080}",
      description = "Port of /metrics, /healthz and /readyz (${DEFAULT-VALUE}). RINGFENCE_PORT")
  private int port;

  @Option(
      names = "--leader-election",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "${env:RINGFENCE_LEADER_ELECTION:-false}",
      description = "Write only while holding a Lease. RINGFENCE_LEADER_ELECTION")
  private boolean leaderElection;

  @Option(
      names = "--lease-name",
      defaultValue = "${env:RINGFENCE_LEASE_NAME:-ringfence}",
      description = "Name of the Lease (${DEFAULT-VALUE}). RINGFENCE_LEASE_NAME")
  private String leaseName = "";

  @Option(
      names = "--lease-namespace",
      defaultValue = "${env:RINGFENCE_LEASE_NAMESPACE:-}",
      description =
          "Namespace of the Lease; none: that of the kubeconfig or the pod."
              + " RINGFENCE_LEASE_NAMESPACE")
  private String leaseNamespace = "";

  @Option(
      names = "--log-format",
      defaultValue = "${env:RINGFENCE_LOG_FORMAT:-json}",
      description = "json or text (${DEFAULT-VALUE}), on standard error. RINGFENCE_LOG_FORMAT")
  private String logFormat = "";

  @Option(
      names = "--log-level",
      defaultValue = "${env:RINGFENCE_LOG_LEVEL:-info}",
      description = "error, warn, info or debug (${DEFAULT-VALUE}). RINGFENCE_LOG_LEVEL")
  private String logLevel = "";

  OperatorCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    LogFormat format = logFormat();
    Level level = Level.toLevel(logLevel, null);
    if (format == null || level == null) {
      return refuse(
          format == null
              ? "--log-format is \"%s\"; expected json or text.".formatted(logFormat)
              : "--log-level is \"%s\"; expected error, warn, info or debug.".formatted(logLevel));
    }
    format.install(level);
    StopSignal stop = new StopSignal();
    stop.install();
    Telemetry telemetry = new Telemetry(environment.clock());
    try (KubernetesClient client = client();
        RingfenceOperator operator =
            new RingfenceOperator(
                settings(),
                client,
                new Measurements(environment.clock(), telemetry.samples(), telemetry.meters()),
                () -> stop.ask(ExitCode.FAILED));
        TelemetryServer server = new TelemetryServer(port, telemetry.scrape(), operator::unready)) {
      operator.start();
      LOG.info("Metrics and probes are served on port {}.", server.port());
      return stop.await();
    } finally {
      stop.stopped();
    }
  }

  private OperatorSettings settings() {
    return new OperatorSettings(
        names(namespaces),
        names(secretNamespaces),
        names(packs),
        instance(),
        leaderElection
            ? new OperatorSettings.Lease(
                leaseNamespace.isBlank() ? null : leaseNamespace, leaseName)
            : null);
  }

  private static KubernetesClient client() {
    Config config =
        new ConfigBuilder()
            .withMaxConcurrentRequests(REQUESTS_AT_ONCE)
            .withMaxConcurrentRequestsPerHost(REQUESTS_AT_ONCE)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** The pod's name where there is one; it must differ between two processes. */
  private static String instance() {
    for (String variable : List.of("POD_NAME", "HOSTNAME")) {
      String name = System.getenv(variable);
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    return "ringfence-" + ProcessHandle.current().pid();
  }

  private @Nullable LogFormat logFormat() {
    return switch (logFormat) {
      case "json" -> LogFormat.JSON;
      case "text" -> LogFormat.TEXT;
      default -> null;
    };
  }

  private Integer refuse(String sentence) {
    environment.say(sentence);
    return ExitCode.UNREADABLE;
  }

  private static Set<String> names(List<String> values) {
    return values.stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toSet());
  }
}
