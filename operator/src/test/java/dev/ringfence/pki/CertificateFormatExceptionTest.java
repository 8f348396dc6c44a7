package dev.ringfence.pki;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every sentence that a person may read after handing in the wrong thing. */
final class CertificateFormatExceptionTest {
  private static final AlgorithmIdentifier RSA =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption);

  private final Minted root = TestPki.rootCa().mint();
  private final String pem = root.pem();
  private final byte[] der = root.certificate().encoded();

  @Test
  void namesSourceAndPosition() {
    var failure = failure((pem + pem.replace('M', '*')).getBytes(UTF_8));

    assertThat(failure.source()).isEqualTo("chain.pem");
    assertThat(failure.position()).isEqualTo("line 22, certificate 2");
    assertThat(failure)
        .hasMessage(
            "chain.pem, line 22, certificate 2: character 1 is not base64 within the CERTIFICATE"
                + " that begins in line 21.");
  }

  @Test
  void refusesWhatHoldsNoCertificate() {
    refused("", "chain.pem: the input is empty, expected certificates in PEM, DER or PKCS#7 form.");
    refused(
        "hello",
        "chain.pem: no certificate found: there is no BEGIN CERTIFICATE line, and the input is not"
            + " DER.");
    refused(
        pem.replaceAll("-----.*-----", ""),
        "chain.pem: no certificate found: there is no BEGIN CERTIFICATE line, and the input is not"
            + " DER; it looks like base64 that lacks its BEGIN and END lines.");
    refused(
        Base64.getEncoder().encodeToString(pem.getBytes(UTF_8)),
        "chain.pem: no certificate found: there is no BEGIN CERTIFICATE line, and the input is not"
            + " DER; it looks like a PEM text that was encoded in base64 once more.");
  }

  @Test
  void refusesPemThatIsCutOrGluedTogether() {
    refused(
        pem.substring(0, 400),
        "chain.pem, line 7, certificate 1: the text ends before the END line of the CERTIFICATE that"
            + " begins in line 1.");
    refused(
        pem.substring(0, pem.indexOf("-----END")) + pem,
        "chain.pem, line 20, certificate 1: a new block begins before the END line of the CERTIFICATE"
            + " that begins in line 1.");
    refused(
        pem.strip() + pem,
        "chain.pem, line 20, certificate 1: text follows an END or BEGIN line, expected a line break"
            + " after its dashes.");
    refused(
        pem.replace("CERTIFICATE-----", "CERTIFICATE---"),
        "chain.pem, line 1, certificate 1: a BEGIN or END line does not end with five dashes.");
    refused(
        "-----BEGIN ----\n" + pem,
        "chain.pem, line 1, certificate 1: a BEGIN or END line does not end with five dashes.");
    refused(
        "-----END CERTIFICATE-----\n" + pem,
        "chain.pem, line 1, certificate 1: an END line has no BEGIN line before it.");
    refused(
        pem.replace("-----END CERTIFICATE", "-----END CMS"),
        "chain.pem, line 20, certificate 1: the CERTIFICATE that begins in line 1 ends as CMS.");
    refused(
        pem.replace("\n-----END", "=\n-----END"),
        "chain.pem, line 20, certificate 1: the base64 of the CERTIFICATE that begins in line 1 is"
            + " incomplete or damaged.");
    refused(
        "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
        "chain.pem, line 1, certificate 1, byte 0: the certificate is missing.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RSA PRIVATE KEY|found a private key, expected certificates only; remove the key and treat it as disclosed if this input was shared.
          ENCRYPTED PRIVATE KEY|found a private key, expected certificates only; remove the key and treat it as disclosed if this input was shared.
          TRUSTED CERTIFICATE|found a TRUSTED CERTIFICATE, an OpenSSL format with trust settings, expected a CERTIFICATE; convert it with: openssl x509 -in FILE -out FILE.
          CERTIFICATE REQUEST|found a certificate signing request, expected the certificate that the CA issued for it.
          NEW CERTIFICATE REQUEST|found a certificate signing request, expected the certificate that the CA issued for it.
          X509 CRL|found a X509 CRL, expected a CERTIFICATE or PKCS7 block.
          \u001b[31m|found a block of unknown type, expected a CERTIFICATE or PKCS7 block.
          """)
  void namesTheBlockThatIsNoCertificate(String label, String sentence) {
    var block = Minted.pemBlock(label, "secret".getBytes(UTF_8));

    refused(pem + block, "chain.pem, line 21, certificate 2: " + sentence);
  }

  @Test
  void neverQuotesTheInput() {
    var failure = failure((pem + "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n").getBytes(UTF_8));

    assertThat(failure).hasMessageNotContaining("c2VjcmV0").hasNoCause();
  }

  @Test
  void namesBinaryFormatsThatAreNoCertificate() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    KeyPair keys = generator.generateKeyPair();

    refused(keys.getPrivate().getEncoded(), "found a private key, expected a certificate.");
    refused(
        keys.getPublic().getEncoded(),
        "found a public key without a certificate, expected a certificate.");
    refused(
        sequence(RSA, new DEROctetString(new byte[200])),
        "found an encrypted private key, expected a certificate.");
    refused(
        sequence(
            new ASN1Integer(3),
            new DERSequence(PKCSObjectIdentifiers.data),
            new DERSequence(new DEROctetString(new byte[200]))),
        "found a PKCS#12 key store, expected a certificate.");
    refused(
        signed(
            new ASN1Integer(0),
            new X500Name("CN=pool.example.com"),
            new DERSequence(new DERBitString(new byte[200])),
            new DERTaggedObject(false, 0, new DERSet())),
        "found a certificate signing request, expected a certificate.");
    refused(
        signed(
            new ASN1Integer(1),
            RSA,
            new X500Name("CN=Test Root CA"),
            new DERUTCTime("260101000000Z"),
            new DERUTCTime("260201000000Z")),
        "found a certificate revocation list, expected a certificate.");
  }

  @Test
  void refusesDamagedDer() {
    refused(
        Arrays.copyOf(der, der.length + 2),
        "chain.pem, byte %d: the certificate is followed by 2 unexpected bytes."
            .formatted(der.length));
    refused(
        Arrays.copyOf(der, der.length - 2),
        "chain.pem, byte 0: an ASN.1 value announces %d bytes, only %d remain."
            .formatted(der.length - 4, der.length - 6));
    refused(
        Minted.pemBlock("CERTIFICATE", "hello, world".getBytes(UTF_8)),
        "chain.pem, line 1, certificate 1, byte 0: an ASN.1 value announces 101 bytes, only 10"
            + " remain.");
    refused(
        Minted.pemBlock("CERTIFICATE", new byte[] {4, 2, 0, 0}),
        "chain.pem, line 1, certificate 1, byte 0: the certificate has the tag 0x04, expected 0x30.");
  }

  @Test
  void refusesPkcs7WithoutCertificates() throws IOException {
    refused(
        CertificateParserTest.pkcs7(false),
        "chain.pem: no certificate found, expected at least one.");
    refused(
        Minted.pemBlock("PKCS7", CertificateParserTest.pkcs7(false)),
        "chain.pem, line 1: no certificate found, expected at least one.");
    refused(
        sequence(PKCSObjectIdentifiers.data, new DERTaggedObject(0, new DEROctetString(der))),
        "chain.pem, byte 4: the PKCS#7 data is not signed data, which alone carries certificates.");
    byte[] cut = CertificateParserTest.pkcs7(true, root);
    refused(Arrays.copyOf(cut, cut.length - 1), "an ASN.1 value ends within its tag or length.");
  }

  @Test
  void namesTheDamagedCertificateOfPkcs7() throws IOException {
    byte[] encoded = CertificateParserTest.pkcs7(false, root, root);
    int second = new String(encoded, ISO_8859_1).lastIndexOf(new String(der, ISO_8859_1));
    encoded[second + 4] = DerValue.SET;

    refused(
        encoded,
        "chain.pem, certificate 2, byte %d: the certificate's signed part has the tag 0x31, expected 0x30."
            .formatted(second + 4));
  }

  private static byte[] sequence(org.bouncycastle.asn1.ASN1Encodable... parts) throws IOException {
    return new DERSequence(parts).getEncoded();
  }

  private static byte[] signed(org.bouncycastle.asn1.ASN1Encodable... fields) throws IOException {
    var parts = new ASN1EncodableVector();
    parts.add(new DERSequence(fields));
    parts.add(RSA);
    parts.add(new DERBitString(new byte[128]));
    return new DERSequence(parts).getEncoded();
  }

  private static void refused(String input, String message) {
    refused(input.getBytes(UTF_8), message);
  }

  private static void refused(byte[] input, String message) {
    assertThat(failure(input)).hasMessageEndingWith(message);
  }

  private static CertificateFormatException failure(byte[] input) {
    var parser = new CertificateParser(ParserLimits.doors());
    var failure =
        catchThrowableOfType(
            CertificateFormatException.class, () -> parser.parse(input, "chain.pem"));
    assertThat(failure).as("the input must be refused").isNotNull();
    return failure;
  }
}
