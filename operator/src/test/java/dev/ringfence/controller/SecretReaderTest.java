package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretReaderTest {
  @Test
  void decodesTheNamedKeyOnly() throws IOException {
    // "!" is no Base64: decoding the other keys would fail.
    byte[] secret =
        """
        {"kind":"Secret","metadata":{"labels":{"data":"x"},"data":{"tls.crt":"!"}},
         "data":{"tls.key":"!!!","tls.crt":"UEVN","ca.crt":"!"},"type":"kubernetes.io/tls"}"""
            .getBytes(StandardCharsets.UTF_8);

    assertThat(SecretReader.value(secret, "tls.crt")).asString().isEqualTo("PEM");
    assertThat(SecretReader.value(secret, "absent")).isNull();
  }

  @Test
  void aSecretWithoutDataHasNoKey() throws IOException {
    assertThat(
            SecretReader.value("{\"kind\":\"Secret\"}".getBytes(StandardCharsets.UTF_8), "tls.crt"))
        .isNull();
  }
}
