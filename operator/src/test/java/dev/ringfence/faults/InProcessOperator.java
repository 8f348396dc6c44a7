package dev.ringfence.faults;

import dev.ringfence.controller.Measurements;
import dev.ringfence.controller.OperatorSettings;
import dev.ringfence.controller.RingfenceOperator;
import dev.ringfence.metrics.Telemetry;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One operator in this process, which reaches the API server through its own proxy alone. */
final class InProcessOperator implements OperatorRun {
  private static final int REQUESTS_AT_ONCE = 64;

  private final FaultProxy proxy;
  private final KubernetesClient client;
  private final RingfenceOperator operator;
  private boolean stopped;

  InProcessOperator(FaultProxy proxy, String kubeconfig, int number, Clock clock) {
    this(proxy, kubeconfig, "ringfence-" + number, null, () -> {}, clock);
  }

  /**
   * @param lease null: it need not lead to write
   * @param onEnd instead of the end of the process
   */
  InProcessOperator(
      FaultProxy proxy,
      String kubeconfig,
      String name,
      OperatorSettings.@Nullable Lease lease,
      Runnable onEnd,
      Clock clock) {
    this.proxy = proxy;
    this.client = new KubernetesClientBuilder().withConfig(config(kubeconfig)).build();
    Telemetry telemetry = new Telemetry(clock);
    this.operator =
        new RingfenceOperator(
            new OperatorSettings(Set.of(), Set.of(), Set.of("lync-phone-edition"), name, lease),
            client,
            new Measurements(clock, telemetry.samples(), telemetry.meters()),
            onEnd);
  }

  /** As the command builds it. */
  private static Config config(String kubeconfig) {
    return new ConfigBuilder(Config.fromKubeconfig(kubeconfig))
        .withMaxConcurrentRequests(REQUESTS_AT_ONCE)
        .withMaxConcurrentRequestsPerHost(REQUESTS_AT_ONCE)
        .build();
  }

  @Override
  public void start() {
    operator.start();
  }

  @Override
  public FaultProxy proxy() {
    return proxy;
  }

  /** What is left of it here ends in the background. */
  @Override
  public void kill(Executor background) {
    if (!proxy.isDead()) {
      proxy.kill();
    }
    background.execute(this::close);
  }

  /** In order, as the process does it; once. */
  synchronized void stop() {
    if (!stopped) {
      stopped = true;
      operator.close();
    }
  }

  private void close() {
    stop();
    client.close();
    proxy.close();
  }
}
