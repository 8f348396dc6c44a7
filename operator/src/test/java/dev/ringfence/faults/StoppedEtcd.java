package dev.ringfence.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The only member of etcd stops: the API server is there and can neither read nor write. */
final class StoppedEtcd {
  private static final Duration LASTING = Duration.ofSeconds(4);

  private final long pid =
      ProcessHandle.current()
          .descendants()
          .filter(process -> process.info().command().orElse("").endsWith("/etcd"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("This Java has started no etcd."))
          .pid();

  /** The change begins while it is stopped and ends afterwards. */
  void during(Runnable change) {
    signal("STOP");
    CompletableFuture<Void> changing;
    try {
      changing = CompletableFuture.runAsync(change);
      FaultCase.lasting(LASTING);
    } finally {
      signal("CONT");
    }
    changing.join();
  }

  private void signal(String name) {
    try {
      int exit =
          new ProcessBuilder(List.of("kill", "-" + name, Long.toString(pid))).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("kill -%s %d ended with %d.".formatted(name, pid, exit));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
