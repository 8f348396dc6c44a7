package dev.ringfence.faults;

import static org.awaitility.Awaitility.await;

import dev.ringfence.kubernetes.OperatorProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The packaged operator as a process, which the proxy ends by SIGKILL. */
final class ProcessOperator implements OperatorRun {
  private static final Duration START = Duration.ofMinutes(2);

  private final FaultProxy proxy;
  private final String authority;
  private final String name;
  private final Path folder;
  private @Nullable OperatorProcess process;

  ProcessOperator(FaultProxy proxy, String authority, String name, Path folder) {
    this.proxy = proxy;
    this.authority = authority;
    this.name = name;
    this.folder = folder;
  }

  @Override
  public void start() {
    OperatorProcess started = OperatorProcess.start(kubeconfig(), folder, name);
    process = started;
    proxy.onKill(() -> started.close());
    await().atMost(START).until(() -> started.log().contains("has started") || proxy.isDead());
  }

  private String kubeconfig() {
    return """
        apiVersion: v1
        kind: Config
        clusters:
        - name: tests
          cluster: {server: "%s", certificate-authority-data: "%s"}
        contexts:
        - name: tests
          context: {cluster: tests}
        current-context: tests
        """
        .formatted(
            ProxyTransport.url(proxy.port()),
            Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public FaultProxy proxy() {
    return proxy;
  }

  @Override
  public void kill(Executor background) {
    if (!proxy.isDead()) {
      proxy.kill();
    }
    Objects.requireNonNull(process).close();
    proxy.close();
  }
}
