package dev.ringfence.pki;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERSet;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CertificateParserTest {
  private final Minted root = TestPki.rootCa().mint();
  private final Minted intermediate = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(intermediate).mint();
  private final String chain = Minted.pemOf(endEntity, intermediate, root);

  @Test
  void keepsOrderAndDuplicatesOfPemText() {
    var text = Minted.pemOf(root, endEntity, root, intermediate);

    assertThat(parse(text))
        .containsExactly(cert(root), cert(endEntity), cert(root), cert(intermediate));
  }

  @Test
  void ignoresTextBetweenBlocks() {
    var text =
        "0 s:CN = pool.example.com\n"
            + endEntity.pem()
            + "\n1 s: \u00e9\u0000\n"
            + root.pem()
            + "end";

    assertThat(parse(text)).containsExactly(cert(endEntity), cert(root));
  }

  @Test
  void readsByteOrderMarksLineEndsAndIndentation() {
    var expected = List.of(cert(endEntity), cert(intermediate), cert(root));

    assertThat(parse("\ufeff" + chain)).isEqualTo(expected);
    assertThat(parse(chain.replace("\n", "\r\n"))).isEqualTo(expected);
    assertThat(parse(chain.replace("\n", "\r"))).isEqualTo(expected);
    assertThat(parse(chain.replace("\n", "  \n\n      "))).isEqualTo(expected);
    assertThat(parse(chain.strip())).isEqualTo(expected);
    assertThat(parse(chain.getBytes(UTF_16))).isEqualTo(expected);
    assertThat(parse(("\ufeff" + chain).getBytes(UTF_16LE))).isEqualTo(expected);
  }

  @Test
  void readsBase64InOneLineAndTheOldLabel() {
    var text = root.pem().replace("CERTIFICATE", "X509 CERTIFICATE");
    int start = text.indexOf('\n') + 1;
    int end = text.indexOf("-----END");
    var oneLine =
        text.substring(0, start)
            + text.substring(start, end).replace("\n", "")
            + "\n"
            + text.substring(end);

    assertThat(parse(oneLine)).containsExactly(cert(root));
  }

  @Test
  void readsOneDerCertificate() {
    assertThat(parse(cert(root).encoded())).containsExactly(cert(root));
  }

  @Test
  void readsPkcs7AsStored() throws IOException {
    byte[] encoded = pkcs7(false, root, endEntity, root);

    assertThat(parse(encoded)).containsExactly(cert(root), cert(endEntity), cert(root));
  }

  @Test
  void readsPkcs7OfIndefiniteLength() throws IOException {
    byte[] encoded = pkcs7(true, endEntity, intermediate);

    assertThat(encoded[1]).isEqualTo((byte) 0x80);
    assertThat(parse(encoded)).containsExactly(cert(endEntity), cert(intermediate));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS7", "CMS", "PKCS #7 SIGNED DATA"})
  void readsPkcs7InPemAmongCertificates(String label) throws IOException {
    var text = endEntity.pem() + Minted.pemBlock(label, pkcs7(false, intermediate, root));

    assertThat(parse(text)).containsExactly(cert(endEntity), cert(intermediate), cert(root));
  }

  @Test
  void leavesTheInputAlone() {
    byte[] input = cert(root).encoded();
    var parsed = parse(input).get(0);
    input[100] ^= 1;
    parsed.encoded()[100] ^= 1;

    assertThat(parsed.encoded()).isEqualTo(cert(root).encoded());
  }

  private static Certificate cert(Minted minted) {
    return minted.certificate();
  }

  private static List<Certificate> parse(String text) {
    return parse(text.getBytes(UTF_8));
  }

  private static List<Certificate> parse(byte[] input) {
    return new CertificateParser(ParserLimits.doors()).parse(input, "chain.pem");
  }

  /** A bag of certificates, in the definite or the indefinite form. */
  static byte[] pkcs7(boolean indefinite, Minted... certificates) throws IOException {
    var bag = new ASN1EncodableVector();
    for (var certificate : certificates) {
      bag.add(org.bouncycastle.asn1.x509.Certificate.getInstance(cert(certificate).encoded()));
    }
    var content = new ASN1Encodable[] {PKCSObjectIdentifiers.data};
    var signedData =
        new ASN1Encodable[] {
          new ASN1Integer(1),
          new DLSet(),
          new DLSequence(content),
          indefinite
              ? new BERTaggedObject(false, 0, new BERSet(bag))
              : new DLTaggedObject(false, 0, new DLSet(bag)),
          new DLSet()
        };
    var type = PKCSObjectIdentifiers.signedData;
    return indefinite
        ? new BERSequence(
                new ASN1Encodable[] {type, new BERTaggedObject(0, new BERSequence(signedData))})
            .getEncoded(ASN1Encoding.BER)
        : new DLSequence(
                new ASN1Encodable[] {type, new DLTaggedObject(true, 0, new DLSequence(signedData))})
            .getEncoded(ASN1Encoding.DL);
  }
}
