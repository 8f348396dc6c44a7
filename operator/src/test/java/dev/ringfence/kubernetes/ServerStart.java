package dev.ringfence.kubernetes;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubeapitest.KubeAPITestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts an API server and its etcd from programs that are there. */
final class ServerStart {
  private static final int STARTUP_MILLIS = 120_000;
  private static final int STARTS = 3;

  private ServerStart() {}

  static KubeAPIServer of(Path binaries, Path folder, List<String> flags) {
    layOut(binaries, folder);
    return started(folder, flags);
  }

  /** Its ports are chosen before they are used, and another process may take one meanwhile. */
  private static KubeAPIServer started(Path folder, List<String> flags) {
    for (int attempt = 1; ; attempt++) {
      KubeAPIServer server =
          new KubeAPIServer(
              KubeAPIServerConfigBuilder.anAPIServerConfig()
                  .withTestDir(folder.toString())
                  .withOfflineMode(true)
                  .withApiServerVersion(KubernetesBinaries.version())
                  .withUpdateKubeConfig(false)
                  .withStartupTimeout(STARTUP_MILLIS)
                  .withApiServerFlags(flags)
                  .build());
      try {
        server.start();
        return server;
      } catch (KubeAPITestException e) {
        server.stop();
        if (attempt == STARTS) {
          throw e;
        }
      }
    }
  }

  /** As kube-api-test looks for it. */
  private static void layOut(Path binaries, Path folder) {
    try {
      Path programs =
          Files.createDirectories(folder.resolve("k8s"))
              .resolve(KubernetesBinaries.version() + "-linux-amd64");
      Files.deleteIfExists(programs);
      Files.createSymbolicLink(programs, binaries.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
