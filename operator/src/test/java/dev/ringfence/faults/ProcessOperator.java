package dev.ringfence.faults;

import static org.awaitility.Awaitility.await;

import dev.ringfence.kubernetes.OperatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The packaged operator as a process, which the proxy ends by SIGKILL. */
final class ProcessOperator implements OperatorRun {
  private static final Duration START = Duration.ofMinutes(2);

  private final FaultProxy proxy;
  private final String kubeconfig;
  private final String name;
  private final Path folder;
  private @Nullable OperatorProcess process;

  ProcessOperator(FaultProxy proxy, String kubeconfig, String name, Path folder) {
    this.proxy = proxy;
    this.kubeconfig = kubeconfig;
    this.name = name;
    this.folder = folder;
  }

  @Override
  public void start() {
    OperatorProcess started = OperatorProcess.start(kubeconfig, folder, name);
    process = started;
    proxy.onKill(() -> started.close());
    await().atMost(START).until(() -> started.log().contains("has started") || proxy.isDead());
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
