package dev.ringfence.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.cli.CommandEnvironment;
import dev.ringfence.cli.ExitCode;
import dev.ringfence.controller.ApiConnections;
import dev.ringfence.controller.Measurements;
import dev.ringfence.controller.MetadataAnswers;
import dev.ringfence.controller.RingfenceOperator;
import dev.ringfence.metrics.Telemetry;
import dev.ringfence.metrics.TelemetryServer;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.javaoperatorsdk.operator.OperatorException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin private OperatorFlags flags = new OperatorFlags();

  OperatorCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    Optional<String> refusal = flags.refusal();
    if (refusal.isPresent()) {
      environment.say(refusal.get());
      return ExitCode.UNREADABLE;
    }
    flags.installLog();
    StopSignal stop = new StopSignal();
    stop.install();
    try {
      return run(stop);
    } finally {
      stop.stopped();
    }
  }

  private int run(StopSignal stop) throws InterruptedException {
    Telemetry telemetry = new Telemetry(environment.clock());
    try (KubernetesClient client = client();
        RingfenceOperator operator =
            new RingfenceOperator(
                flags.settings(instance()),
                client,
                new Measurements(environment.clock(), telemetry.samples(), telemetry.meters()),
                () -> stop.ask(ExitCode.FAILED));
        TelemetryServer server =
            new TelemetryServer(flags.port(), telemetry.scrape(), operator::unready)) {
      operator.start();
      LOG.info("Metrics and probes are served on port {}.", server.port());
      return stop.await();
    } catch (IOException e) {
      LOG.error("Port {} could not be opened: {}.", flags.port(), e.getMessage());
      return ExitCode.FAILED;
    } catch (OperatorException | KubernetesClientException e) {
      LOG.atError().setCause(e).log("The operator could not start: {}", rootCause(e));
      return ExitCode.FAILED;
    }
  }

  private static String rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private static KubernetesClient client() {
    Config config =
        new ConfigBuilder()
            .withMaxConcurrentRequests(REQUESTS_AT_ONCE)
            .withMaxConcurrentRequestsPerHost(REQUESTS_AT_ONCE)
            .build();
    ObjectMapper json = new ObjectMapper();
    json.addMixIn(ObjectMeta.class, WithoutManagedFields.class);
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientFactory(new ApiConnections())
        .withKubernetesSerialization(new KubernetesSerialization(json, true))
        .withHttpClientBuilderConsumer(
            http -> http.addOrReplaceInterceptor("metadata-answers", new MetadataAnswers()))
        .build();
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
}
