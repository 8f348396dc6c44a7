package dev.ringfence.faults;

import dev.ringfence.controller.Measurements;
import dev.ringfence.controller.OperatorSettings;
import dev.ringfence.controller.RingfenceOperator;
import dev.ringfence.metrics.Telemetry;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.Executor;

/** One operator in this process, which reaches the API server through its own proxy alone. */
final class InProcessOperator implements OperatorRun {
  private static final int REQUESTS_AT_ONCE = 64;

  private final FaultProxy proxy;
  private final KubernetesClient client;
  private final RingfenceOperator operator;

  InProcessOperator(FaultProxy proxy, String authority, int number, Clock clock) {
    this.proxy = proxy;
    this.client = new KubernetesClientBuilder().withConfig(config(proxy, authority)).build();
    Telemetry telemetry = new Telemetry(clock);
    this.operator =
        new RingfenceOperator(
            new OperatorSettings(
                Set.of(), Set.of(), Set.of("lync-phone-edition"), "ringfence-" + number, null),
            client,
            new Measurements(clock, telemetry.samples(), telemetry.meters()),
            () -> {});
  }

  /** As the command builds it. */
  private static Config config(FaultProxy proxy, String authority) {
    return new ConfigBuilder(Config.empty())
        .withMasterUrl(ProxyTransport.url(proxy.port()))
        .withCaCertData(
            Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.UTF_8)))
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

  private void close() {
    operator.close();
    client.close();
    proxy.close();
  }
}
