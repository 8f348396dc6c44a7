package dev.ringfence.testing;

import dev.ringfence.pki.Certificate;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** A certificate together with what it takes to issue from it. */
public record Minted(
    Certificate certificate, String subject, KeyKind keyKind, String keyLabel, KeyPair keys) {

  public String pem() {
    return pemBlock("CERTIFICATE", certificate.encoded());
  }

  /** PEM of several certificates in this order. */
  public static String pemOf(Minted... chain) {
    return Arrays.stream(chain).map(minted -> minted.pem()).collect(Collectors.joining());
  }

  public static String pemBlock(String label, byte[] content) {
    var base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, base64);
  }
}
