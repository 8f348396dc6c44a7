package dev.ringfence.pki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.testing.CertificateMint;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.io.IOException;
import java.math.BigInteger;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;

final class ParserLimitsTest {
  private static final String UNKNOWN = "1.3.6.1.4.1.55555.1.2";
  private static final BigInteger F4 = BigInteger.valueOf(65_537);

  private final Minted root = TestPki.rootCa().mint();

  @Test
  void doorsAndParserHaveTheFiguresOfTheContract() {
    assertThat(ParserLimits.doors())
        .isEqualTo(new ParserLimits(131_072, 16, 49_152, 16_384, 524_288, 1_000, 32, 512, 16_384));
    assertThat(ParserLimits.parser())
        .isEqualTo(
            new ParserLimits(
                16_777_216, 1_000, 524_288, 524_288, 524_288, 524_288, 32, 512, 16_384));
  }

  @Test
  void boundsTheInput() {
    var text = " ".repeat(131_072 - root.pem().length()) + root.pem();

    assertThat(parse(text.getBytes(UTF_8))).hasSize(1);
    refused((" " + text).getBytes(UTF_8), "x: the input has 131073 bytes, the limit is 131072.");
  }

  @Test
  void boundsTheNumberOfCertificates() throws IOException {
    assertThat(parse(root.pem().repeat(16).getBytes(UTF_8))).hasSize(16);
    refused(
        root.pem().repeat(17).getBytes(UTF_8),
        "x, line 321, certificate 17: there are more than 16 certificates, which is the limit.");
    var many = IntStream.range(0, 17).mapToObj(i -> root).toArray(Minted[]::new);
    refused(
        CertificateParserTest.pkcs7(false, many),
        "x, certificate 17: there are more than 16 certificates, which is the limit.");
  }

  @Test
  void boundsEndEntitiesAndCaCertificatesApart() {
    var endEntity = padded(TestPki.endEntity(root), 49_152);
    var ca = padded(TestPki.rootCa(), 16_384);

    assertThat(parse(endEntity.encoded())).hasSize(1);
    assertThat(parse(ca.encoded())).hasSize(1);
    refused(
        padded(TestPki.endEntity(root), 49_153).encoded(),
        "x: the end entity certificate has 49153 bytes, the limit is 49152.");
    refused(
        padded(TestPki.rootCa(), 16_385).encoded(),
        "x: the CA certificate has 16385 bytes, the limit is 16384.");
    assertThat(new CertificateParser(ParserLimits.parser()).parse(ca.encoded(), "x")).hasSize(1);
  }

  @Test
  void boundsAnyCertificateBeforeReadingIt() {
    byte[] encoded = padded(TestPki.rootCa(), 524_289).encoded();

    assertThatThrownBy(() -> new CertificateParser(ParserLimits.parser()).parse(encoded, "x"))
        .isInstanceOf(CertificateFormatException.class)
        .hasMessage("x: the certificate has 524289 bytes, the limit is 524288.");
  }

  @Test
  void boundsTheSubjectAlternativeNames() {
    assertThat(parse(withNames(1_000))).hasSize(1);
    refused(
        withNames(1_001),
        "x: the certificate has 1001 subject alternative names, the limit is 1000.");
  }

  @Test
  void boundsNestingWithoutRecursion() {
    byte[] deep = new byte[40_000];
    for (int i = 0; i < 10_000; i++) {
      deep[4 * i] = 0x30;
      deep[4 * i + 1] = (byte) 0x82;
      int length = deep.length - 4 * i - 4;
      deep[4 * i + 2] = (byte) (length >> 8);
      deep[4 * i + 3] = (byte) length;
    }

    refused(deep, "x, byte 128: ASN.1 nesting is deeper than 32 levels, which is the limit.");
  }

  @Test
  void boundsNestingOfIndefiniteLengthWithoutRecursion() {
    byte[] deep = new byte[100_000];
    for (int i = 0; i < deep.length; i += 2) {
      deep[i] = 0x30;
      deep[i + 1] = (byte) 0x80;
    }

    refused(deep, "x, byte 0: an ASN.1 value has an indefinite length, DER has none.");
  }

  @Test
  void boundsTheNumberOfElements() {
    byte[] flood = new byte[420_000];
    System.arraycopy(new byte[] {0x30, (byte) 0x83, 6, 0x68, (byte) 0x9b}, 0, flood, 0, 5);
    for (int i = 5; i < flood.length - 1; i += 2) {
      flood[i] = 5;
    }

    assertThatThrownBy(() -> new CertificateParser(ParserLimits.parser()).parse(flood, "x"))
        .isInstanceOf(CertificateFormatException.class)
        .hasMessageContaining("more than 200000 ASN.1 elements, which is the limit");
  }

  @Test
  void boundsRsaKeys() throws IOException {
    assertThat(parse(withKey(rsa(odd(512), F4)))).hasSize(1);
    assertThat(parse(withKey(rsa(odd(16_384), F4)))).hasSize(1);
    refusedKey(rsa(odd(511), F4), "the RSA modulus has 511 bits, expected 512 to 16384.");
    refusedKey(rsa(odd(16_385), F4), "the RSA modulus has 16385 bits, expected 512 to 16384.");
    refusedKey(rsa(odd(1_024).negate(), F4), "the RSA modulus has 0 bits, expected 512 to 16384.");
    refusedKey(
        rsa(odd(1_024).add(BigInteger.ONE), F4),
        "the RSA modulus is even, expected an odd number.");
    for (var exponent :
        new BigInteger[] {BigInteger.ONE, BigInteger.TWO, BigInteger.valueOf(-3), odd(65)}) {
      refusedKey(
          rsa(odd(1_024), exponent),
          "the RSA exponent is not an odd number greater than 1 of at most 64 bits.");
    }
  }

  @Test
  void boundsDsaParameters() throws IOException {
    refusedKey(
        dsa(odd(16_385), odd(256)),
        "the DSA parameters have 16385 and 256 bits, expected primes of at most 16384 and 512"
            + " bits.");
    refusedKey(
        dsa(odd(2_048), odd(513)),
        "the DSA parameters have 2048 and 513 bits, expected primes of at most 16384 and 512"
            + " bits.");
  }

  /** A certificate of exactly this size. */
  private static CertificateMint padded(CertificateMint mint, int size) {
    int guess = size - mint.extension(UNKNOWN, false, new byte[20_000]).encoded().length + 20_000;
    var padded = mint.extension(UNKNOWN, false, new byte[guess]);
    int difference = size - padded.encoded().length;
    return mint.extension(UNKNOWN, false, new byte[guess + difference]);
  }

  private byte[] withNames(int count) {
    var names =
        IntStream.range(0, count)
            .mapToObj(i -> "a%d.example.com".formatted(i))
            .toArray(String[]::new);
    return TestPki.endEntity(root).dnsNames(names).encoded();
  }

  private byte[] withKey(byte[] spki) {
    return TestPki.endEntity(root).publicKey(spki).encoded();
  }

  private static BigInteger odd(int bits) {
    return BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.ONE);
  }

  private static byte[] rsa(BigInteger modulus, BigInteger exponent) throws IOException {
    var key = new ASN1EncodableVector();
    key.add(new ASN1Integer(modulus));
    key.add(new ASN1Integer(exponent));
    return spki(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE, new DERSequence(key));
  }

  private static byte[] dsa(BigInteger p, BigInteger q) throws IOException {
    return spki(
        X9ObjectIdentifiers.id_dsa,
        new DSAParameter(p, q, BigInteger.TWO),
        new ASN1Integer(BigInteger.TWO));
  }

  private static byte[] spki(
      org.bouncycastle.asn1.ASN1ObjectIdentifier type, ASN1Encodable parameters, ASN1Encodable key)
      throws IOException {
    return new SubjectPublicKeyInfo(new AlgorithmIdentifier(type, parameters), key).getEncoded();
  }

  private void refusedKey(byte[] spki, String message) {
    assertThatThrownBy(() -> parse(withKey(spki)))
        .isInstanceOf(CertificateFormatException.class)
        .hasMessageMatching("x, byte \\d+: .*")
        .hasMessageEndingWith(message);
  }

  private static void refused(byte[] input, String message) {
    assertThatThrownBy(() -> parse(input))
        .isInstanceOf(CertificateFormatException.class)
        .hasMessage(message);
  }

  private static java.util.List<Certificate> parse(byte[] input) {
    return new CertificateParser(ParserLimits.doors()).parse(input, "x");
  }
}
