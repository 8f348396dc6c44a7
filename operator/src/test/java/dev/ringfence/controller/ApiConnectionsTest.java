package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a server that takes the first cipher suite that the client offers and it knows. */
class ApiConnectionsTest {
  private final Minted root = TestPki.rootCa().mint();
  private final Minted server = TestPki.endEntity(root).dnsNames("localhost").mint();

  @ParameterizedTest
  @CsvSource({
    "TLSv1.3, TLS_CHACHA20_POLY1305_SHA256",
    "TLSv1.2, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
  })
  void chaCha20IsOfferedFirst(String protocol, String agreed) throws Exception {
    assertThat(agreedWith(root, protocol)).isEqualTo(agreed);
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.3, TLS_AES_128_GCM_SHA256", "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"})
  void aServerWithoutItIsSpokenToInAnother(String protocol, String only) throws Exception {
    assertThat(agreedWith(root, protocol, only)).isEqualTo(only);
  }

  @Test
  void aServerOfAnotherAuthorityIsRefused() {
    Minted other = TestPki.rootCa().subject("CN=Another").mint();

    assertThatThrownBy(() -> agreedWith(other, "TLSv1.3"))
        .isInstanceOf(KubernetesClientException.class);
  }

  private String agreedWith(Minted authority, String protocol, String... suites) throws Exception {
    try (SSLServerSocket socket = listening(protocol, suites)) {
      CompletableFuture<String> agreed = CompletableFuture.supplyAsync(() -> answerOne(socket));
      Config config =
          new ConfigBuilder(Config.empty())
              .withMasterUrl("https://localhost:" + socket.getLocalPort())
              .withCaCertData(
                  Base64.getEncoder()
                      .encodeToString(authority.pem().getBytes(StandardCharsets.US_ASCII)))
              .withRequestRetryBackoffLimit(0)
              .build();
      try (KubernetesClient client =
          new KubernetesClientBuilder()
              .withConfig(config)
              .withHttpClientFactory(new ApiConnections())
              .build()) {
        assertThat(client.raw("/version")).isEqualTo("{}");
      }
      return agreed.get(10, TimeUnit.SECONDS);
    }
  }

  private SSLServerSocket listening(String protocol, String... suites) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(server.certificate().encoded()));
    keys.setKeyEntry(
        "server", server.keys().getPrivate(), new char[0], new Certificate[] {certificate});
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    SSLServerSocket socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getByName("localhost"));
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(new String[] {protocol});
    parameters.setUseCipherSuitesOrder(false);
    if (suites.length > 0) {
      parameters.setCipherSuites(suites);
    }
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static String answerOne(SSLServerSocket listening) {
    try (SSLSocket socket = (SSLSocket) listening.accept()) {
      socket.getInputStream().read(new byte[8_192]);
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return socket.getSession().getCipherSuite();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
