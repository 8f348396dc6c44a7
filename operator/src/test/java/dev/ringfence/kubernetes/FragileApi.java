package dev.ringfence.kubernetes;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API server and an etcd that tests may stop, kill and start again; they end with the process.
 * Their certificates are those of the shared one.
 */
public final class FragileApi {
  private static final Duration STARTUP = Duration.ofMinutes(2);

  private static @Nullable FragileApi running;

  private final Path folder;
  private final int port;
  private final RealApi api;
  private final ServerProcess etcd;
  private final ServerProcess server;

  private FragileApi(Path folder, RealApi shared) {
    this.folder = folder;
    this.port = freePort();
    this.api = shared.on(port, folder);
    int etcdPort = freePort();
    this.etcd = new ServerProcess(etcd(shared, etcdPort), folder.resolve("etcd.log"));
    this.server = new ServerProcess(server(shared, etcdPort), folder.resolve("kube-apiserver.log"));
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end fragile API server"));
  }

  /** With the definitions in it. */
  public static synchronized FragileApi get() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  private static FragileApi start() {
    try {
      FragileApi own = new FragileApi(Files.createTempDirectory("fragile-api"), RealApi.get());
      own.etcd.start();
      own.server.start();
      own.awaitReady();
      try (KubernetesClient client = own.api.client(request -> {})) {
        Crds.install(client);
      }
      return own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RealApi api() {
    return api;
  }

  public ServerProcess etcd() {
    return etcd;
  }

  public ServerProcess server() {
    return server;
  }

  /** Until it reads from etcd. */
  public void awaitReady() {
    try (KubernetesClient client = api.client(request -> {})) {
      client.getConfiguration().setRequestRetryBackoffLimit(0);
      await()
          .atMost(STARTUP)
          .ignoreExceptions()
          .until(() -> client.namespaces().withName("default").get() != null);
    }
  }

  private List<String> etcd(RealApi shared, int etcdPort) {
    String clients = "http://127.0.0.1:" + etcdPort;
    String peers = "http://127.0.0.1:" + freePort();
    return List.of(
        shared.program("etcd").toString(),
        "--data-dir=" + folder.resolve("data"),
        // What is written outlives the process, not the machine.
        "--unsafe-no-fsync",
        "--listen-client-urls=" + clients,
        "--advertise-client-urls=" + clients,
        "--listen-peer-urls=" + peers,
        "--initial-advertise-peer-urls=" + peers,
        "--initial-cluster=default=" + peers);
  }

  private List<String> server(RealApi shared, int etcdPort) {
    Path certificates = shared.folder();
    List<String> command = new ArrayList<>();
    command.add(shared.program("kube-apiserver").toString());
    command.addAll(RealApi.flags(folder));
    command.addAll(
        List.of(
            "--cert-dir=" + certificates,
            "--secure-port=" + port,
            "--etcd-servers=http://127.0.0.1:" + etcdPort,
            "--authorization-mode=RBAC",
            "--service-account-issuer=https://localhost",
            "--service-account-signing-key-file=" + certificates.resolve("apiserver.key"),
            "--service-account-key-file=" + certificates.resolve("apiserver.key"),
            "--disable-admission-plugins=ServiceAccount",
            "--client-ca-file=" + certificates.resolve("client.crt"),
            "--service-cluster-ip-range=10.0.0.0/24",
            "--allow-privileged"));
    return List.copyOf(command);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end() {
    server.kill();
    etcd.kill();
  }
}
