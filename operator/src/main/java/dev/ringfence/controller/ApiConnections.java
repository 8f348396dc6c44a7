package dev.ringfence.controller;

import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslContext;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.spi.tls.SslContextFactory;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;

/**
 * Connections to an API server that offer ChaCha20-Poly1305 first (RFC 8439). The operator runs
 * without the optimising compiler, which alone has the processor's instructions for AES; without
 * them Java takes four times as long for AES-GCM.
 */
public final class ApiConnections extends VertxHttpClientFactory {
  private static final String PREFERRED = "_CHACHA20_POLY1305_";

  @Override
  protected void additionalConfig(WebClientOptions options) {
    SSLEngineOptions given = options.getSslEngineOptions();
    if (given != null) {
      options.setSslEngineOptions(new Reordered(given.sslContextFactory()));
    }
  }

  /** The context of the client's own certificates and authorities, with another order. */
  private static final class Reordered extends JdkSSLEngineOptions {
    private final SslContextFactory given;

    Reordered(SslContextFactory given) {
      this.given = given;
    }

    @Override
    public SslContextFactory sslContextFactory() {
      return () -> preferring(given.create());
    }

    @Override
    public Reordered copy() {
      return new Reordered(given);
    }
  }

  private static SslContext preferring(SslContext given) {
    return new DelegatingSslContext(given) {
      @Override
      protected void initEngine(SSLEngine engine) {
        Stream<String> preferred =
            Arrays.stream(engine.getSupportedCipherSuites())
                .filter(suite -> suite.contains(PREFERRED));
        engine.setEnabledCipherSuites(
            Stream.concat(preferred, Arrays.stream(engine.getEnabledCipherSuites()))
                .distinct()
                .toArray(String[]::new));
      }
    };
  }
}
