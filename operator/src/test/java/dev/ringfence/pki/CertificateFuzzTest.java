package dev.ringfence.pki;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.SigningAlgorithm;
import dev.ringfence.testing.TestPki;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever is damaged, only the one exception comes out, soon, and no damage verifies. */
final class CertificateFuzzTest {
  private static final int ROUNDS = 2_000;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final CertificateParser parser = new CertificateParser(ParserLimits.doors());
  private final Minted root = TestPki.rootCa().mint();

  @Test
  void flippedBytesInDer() {
    for (var seed : seeds()) {
      var random = new Random(4711);
      run(() -> tryDamaged(flipped(seed.certificate().encoded(), random), seed));
    }
  }

  @Test
  void everyTruncationOfDer() {
    byte[] encoded = seeds().get(0).certificate().encoded();
    for (int length = 0; length < encoded.length; length++) {
      assertThat(accepts(Arrays.copyOf(encoded, length))).isFalse();
    }
  }

  @Test
  void flippedBytesAndTruncationsOfPem() {
    byte[] text = Minted.pemOf(root, root).getBytes(ISO_8859_1);
    var random = new Random(4712);
    run(() -> accepts(flipped(text, random)));
    run(() -> accepts(Arrays.copyOf(text, random.nextInt(text.length))));
  }

  @Test
  void flippedBytesAndTruncationsOfPkcs7() throws IOException {
    for (boolean indefinite : new boolean[] {false, true}) {
      byte[] encoded = CertificateParserTest.pkcs7(indefinite, root, root);
      var random = new Random(4713);
      // Most damage shall hit the wrapping.
      run(() -> accepts(flippedWithin(encoded, 60, random)));
      run(() -> accepts(flipped(encoded, random)));
      run(() -> accepts(Arrays.copyOf(encoded, random.nextInt(encoded.length))));
    }
  }

  @Test
  void noise() {
    var random = new Random(4714);
    run(
        () -> {
          byte[] input = new byte[1 + random.nextInt(300)];
          random.nextBytes(input);
          if (random.nextBoolean()) {
            input[0] = 0x30;
          }
          assertThat(accepts(input)).isFalse();
        });
  }

  private List<Minted> seeds() {
    var seeds = new ArrayList<Minted>();
    seeds.add(
        TestPki.intermediateCa(root)
            .permittedDns("example.com")
            .permittedIp("10.0.0.0/8")
            .excludedDirectory("O=Example")
            .policies("1.2.3")
            .caIssuers("http://ca.example.com/")
            .crlDistributionPoint("http://crl.example.com/")
            .mint());
    seeds.add(TestPki.endEntity(root).ipAddresses("192.0.2.1").mint());
    seeds.add(TestPki.endEntity(root).signedWith(SigningAlgorithm.PSS_SHA256).mint());
    for (var kind :
        List.of(KeyKind.EC_P256, KeyKind.ED25519, KeyKind.DSA_2048, KeyKind.RSASSA_PSS_2048)) {
      seeds.add(TestPki.rootCa().key(kind).mint());
    }
    return seeds;
  }

  private static void run(Runnable attempt) {
    Assertions.assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int round = 0; round < ROUNDS; round++) {
            attempt.run();
          }
        });
  }

  /** A damaged certificate that can still be read must not verify, and no part of it may fail. */
  private void tryDamaged(byte[] damaged, Minted seed) {
    List<Certificate> parsed;
    try {
      parsed = parser.parse(damaged, "fuzz");
    } catch (CertificateFormatException e) {
      assertThat(e.getMessage()).startsWith("fuzz").endsWith(".");
      return;
    }
    var certificate = parsed.get(0);
    if (certificate.equals(seed.certificate())) {
      return;
    }
    assertThat(certificate.toString()).doesNotContainPattern("\\p{Cntrl}");
    assertThatCode(() -> new SignatureVerifier().verify(certificate, certificate.publicKey()))
        .doesNotThrowAnyException();
    boolean signedPartChanged =
        !Arrays.equals(certificate.signedBytes(), seed.certificate().signedBytes());
    if (signedPartChanged) {
      assertThat(new SignatureVerifier().verify(certificate, root.certificate().publicKey()))
          .isNotEqualTo(SignatureVerifier.Result.VALID);
    }
  }

  private boolean accepts(byte[] input) {
    try {
      return !parser.parse(input, "fuzz").isEmpty();
    } catch (CertificateFormatException e) {
      return false;
    }
  }

  private static byte[] flipped(byte[] original, Random random) {
    return flippedWithin(original, original.length, random);
  }

  private static byte[] flippedWithin(byte[] original, int end, Random random) {
    byte[] copy = original.clone();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      copy[random.nextInt(end)] = (byte) random.nextInt(256);
    }
    return copy;
  }
}
