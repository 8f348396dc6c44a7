package dev.ringfence.kubernetes;

import dev.ringfence.demo.ApiRequest;
import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * An API server: mostly that of this run, which starts when first asked for and ends with the
 * process.
 */
public final class RealApi {
  private static final String MISSING =
      "There is no API server to test with: neither the property %s nor the cache has it, and Go,"
              .formatted(KubernetesBinaries.FOLDER)
          + " which would build it, is not installed.";

  /** Namespace and name of the operator's ServiceAccount, as the chart makes it. */
  static final String OPERATOR = "ringfence-system:gate-ringfence";

  private static final String TOKEN = "a-token-of-these-tests";
  private static final String AUDIT_LOG = "audit.log";
  private static final Path FOLDER = Path.of("target", "kube-api-test").toAbsolutePath();

  private static @Nullable RealApi running;

  private final Path binaries;
  private final Path folder;
  private final Runnable end;
  private final String kubeconfig;

  private RealApi(Path binaries, Path folder, Runnable end, String kubeconfig) {
    this.binaries = binaries;
    this.folder = folder;
    this.end = end;
    this.kubeconfig = kubeconfig;
  }

  /** Skips the test where no API server can be had, and fails it in CI. */
  public static synchronized RealApi get() {
    if (running == null) {
      running = start(FOLDER);
      Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop API server"));
      try (KubernetesClient client = running.client(request -> {})) {
        Crds.install(client);
      }
    }
    return running;
  }

  /**
   * One more, with an etcd and ports of its own and without definitions; {@link OwnApi} ends it.
   */
  static RealApi startAnother(String name) {
    return start(FOLDER.resolveSibling(FOLDER.getFileName() + "-" + name));
  }

  /**
   * Another server with the certificates and tokens of this one; whoever starts it ends it.
   *
   * @param itsFolder where its audit log is
   */
  RealApi on(int port, Path itsFolder) {
    int own = URI.create(config().getMasterUrl()).getPort();
    return new RealApi(binaries, itsFolder, () -> {}, kubeconfig.replace(":" + own, ":" + port));
  }

  /** Where its certificates are. */
  Path folder() {
    return folder;
  }

  void stop() {
    end.run();
  }

  /** A new client with all rights; the caller closes it. */
  public KubernetesClient client(Consumer<ApiRequest> onRequest) {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(kubeconfig))
        .withHttpClientBuilderConsumer(
            http ->
                http.addOrReplaceInterceptor(
                    "seen",
                    new Interceptor() {
                      @Override
                      public void before(
                          BasicBuilder builder, HttpRequest request, RequestTags tags) {
                        String query = request.uri().getRawQuery();
                        onRequest.accept(
                            new ApiRequest(
                                request.method(),
                                request.uri().getPath() + (query == null ? "" : "?" + query)));
                      }
                    }))
        .build();
  }

  /**
   * A new client of the ServiceAccount {@link #OPERATOR}, which has the rights that a test binds to
   * it and no others; the caller closes it.
   */
  public KubernetesClient operatorClient() {
    Config config = Config.fromKubeconfig(kubeconfig);
    config.setClientCertData(null);
    config.setClientCertFile(null);
    config.setClientKeyData(null);
    config.setClientKeyFile(null);
    config.setOauthToken(TOKEN);
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** Of the ServiceAccount {@link #OPERATOR}. */
  public String operatorToken() {
    return TOKEN;
  }

  /** Of the ServiceAccount {@link #OPERATOR}. */
  public String operatorKubeconfig() {
    Config config = Config.fromKubeconfig(kubeconfig);
    return """
        apiVersion: v1
        kind: Config
        clusters:
        - name: tests
          cluster: {server: "%s", certificate-authority-data: "%s"}
        users:
        - name: operator
          user: {token: %s}
        contexts:
        - name: tests
          context: {cluster: tests, user: operator}
        current-context: tests
        """
        .formatted(config.getMasterUrl(), authority(config), TOKEN);
  }

  /** What a pod of the operator finds in the folder of its ServiceAccount, by file name. */
  public Map<String, String> serviceAccountFiles() {
    return Map.of(
        "token",
        TOKEN,
        "namespace",
        OPERATOR.split(":", 2)[0],
        "ca.crt",
        new String(Base64.getDecoder().decode(authority(config())), StandardCharsets.US_ASCII));
  }

  private static String authority(Config config) {
    String data = config.getCaCertData();
    if (data != null) {
      return data;
    }
    try {
      return Base64.getEncoder()
          .encodeToString(Files.readAllBytes(Path.of(String.valueOf(config.getCaCertFile()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Length of the audit log, to be passed to {@link #audited}. */
  public long auditedSoFar() {
    return folder.resolve(AUDIT_LOG).toFile().length();
  }

  /** What was asked since then. */
  public List<AuditEvent> audited(long since) {
    return AuditEvent.read(folder.resolve(AUDIT_LOG), since);
  }

  /** What is asked from now on. */
  AuditTail auditTail() {
    return new AuditTail(folder.resolve(AUDIT_LOG), auditedSoFar());
  }

  /** The kinds of requests of the operator's ServiceAccount since then. */
  public Set<AuditedRequest> requestsOfOperator(long since) {
    return audited(since).stream()
        .filter(AuditEvent::isOfOperator)
        .map(AuditedRequest::of)
        .collect(Collectors.toSet());
  }

  /** A program beside the API server: kubectl or kstatus. */
  public Path program(String name) {
    return binaries.resolve(name);
  }

  /** Of the administrator. */
  public Config config() {
    return Config.fromKubeconfig(kubeconfig);
  }

  /** Of the administrator. */
  public String kubeconfig() {
    return kubeconfig;
  }

  private static RealApi start(Path folder) {
    Optional<Path> binaries = binaries();
    if (binaries.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(MISSING);
    }
    Assumptions.assumeTrue(binaries.isPresent(), MISSING);
    KubeAPIServer server = ServerStart.of(binaries.orElseThrow(), folder, flags(folder));
    return new RealApi(binaries.orElseThrow(), folder, server::stop, server.getKubeConfigYaml());
  }

  private static Optional<Path> binaries() {
    try {
      return KubernetesBinaries.find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The operator's token is a real identity, though no controller issued it. */
  static List<String> flags(Path folder) {
    return List.of(
        "--token-auth-file",
        write(
            folder.resolve("tokens.csv"),
            "%s,system:serviceaccount:%s,operator,\"system:serviceaccounts\"%n"
                .formatted(TOKEN, OPERATOR)),
        "--audit-policy-file",
        write(
            folder.resolve("audit.yaml"),
            """
            apiVersion: audit.k8s.io/v1
            kind: Policy
            omitStages: [RequestReceived]
            rules: [{level: Metadata}]
            """),
        "--audit-log-path",
        write(folder.resolve(AUDIT_LOG), ""));
  }

  private static String write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
