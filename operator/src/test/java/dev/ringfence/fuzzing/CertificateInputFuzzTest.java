package dev.ringfence.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateFormatException;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.testing.AllocationLimit;
import dev.ringfence.testing.Minted;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Certificates as strangers hand them in. */
class CertificateInputFuzzTest {
  private static final AllocationLimit LIMIT = WorkLimit.of(256 << 10, 400);

  /** The object identifiers id-signedData and id-data of RFC 5652. */
  private static final byte[] SIGNED_DATA = HexFormat.of().parseHex("06092a864886f70d010702");

  private static final byte[] DATA = HexFormat.of().parseHex("06092a864886f70d010701");

  private final CertificateParser strict = new CertificateParser(ParserLimits.doors());
  private final CertificateParser lenient =
      CertificateParser.keepingUndecodable(ParserLimits.doors());

  /** PEM text, DER, or PKCS#7 in either form. */
  @FuzzTest(maxDuration = "5m")
  void file(byte[] input) {
    check(input);
  }

  /** The list of certificates within PKCS#7 signed data. */
  @FuzzTest(maxDuration = "5m")
  void pkcs7Certificates(byte[] input) {
    byte[] signedData =
        value(
            0x30, value(0x02, new byte[] {1}), value(0x31), value(0x30, DATA), value(0xa0, input));
    check(value(0x30, SIGNED_DATA, value(0xa0, signedData)));
  }

  private void check(byte[] input) {
    LIMIT.hold(input.length, () -> read(strict, input));
    Optional<List<Certificate>> found = read(strict, input);
    Optional<List<Certificate>> kept = read(lenient, input);
    if (found.isEmpty()) {
      return;
    }
    List<Certificate> certificates = found.get();
    assertThat(certificates).hasSizeBetween(1, ParserLimits.doors().maxCertificates());
    assertThat(facts(kept.orElseThrow())).isEqualTo(facts(certificates));
    assertThat(certificates.stream().mapToInt(Certificate::size).sum())
        .isLessThanOrEqualTo(input.length);
    assertThat(certificates.stream().mapToInt(CertificateFacts::nodes).sum())
        .isLessThan(input.length);
    assertThat(facts(strict.parse(pem(certificates), "again"))).isEqualTo(facts(certificates));
    for (Certificate certificate : certificates) {
      assertThat(facts(strict.parse(certificate.encoded(), "again")))
          .isEqualTo(facts(List.of(certificate)));
      assertThat(new SignatureVerifier().verify(certificate, certificate.publicKey())).isNotNull();
    }
  }

  private static Optional<List<Certificate>> read(CertificateParser parser, byte[] input) {
    try {
      return Optional.of(parser.parse(input, "input"));
    } catch (CertificateFormatException e) {
      assertThat(e.getMessage()).startsWith("input");
      Sentences.check(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static List<CertificateFacts> facts(List<Certificate> certificates) {
    return certificates.stream().map(CertificateFacts::of).toList();
  }

  private static byte[] pem(List<Certificate> certificates) {
    return certificates.stream()
        .map(certificate -> Minted.pemBlock("CERTIFICATE", certificate.encoded()))
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** One value in BER, whose longer lengths may have more bytes than they need (X.690 8.1.3.5). */
  private static byte[] value(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    int length = content.size();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    all.writeBytes(
        length < 0x80
            ? new byte[] {(byte) length}
            : new byte[] {(byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length});
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }
}
