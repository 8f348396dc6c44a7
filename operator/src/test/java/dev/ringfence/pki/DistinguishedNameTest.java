package dev.ringfence.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DERUniversalString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistinguishedNameTest {
  private static final String CN = "2.5.4.3";
  private static final String O = "2.5.4.10";
  private static final String C = "2.5.4.6";

  @Test
  void writesTheLastRelativeNameFirst() throws IOException {
    var name =
        name(
            rdn(C, new DERPrintableString("US")),
            rdn(O, new DERUTF8String("Example")),
            new DERSet(
                new ASN1Encodable[] {
                  attribute(CN, new DERUTF8String("a")),
                  attribute("1.2.840.113549.1.9.1", new DERIA5String("a@example.com"))
                }));

    assertThat(name.rfc4514()).isEqualTo("CN=a+emailAddress=a@example.com,O=Example,C=US");
    assertThat(name.values(C)).containsExactly("US");
    assertThat(name.values("2.5.4.11")).isEmpty();
    assertThat(name).hasToString(name.rfc4514());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a,b+c\"d\\e<f>g;h|a\\,b\\+c\\\"d\\\\e\\<f\\>g\\;h",
        "~ lead~|~\\ lead~",
        "~trail ~|~trail\\ ~",
        "#1|\\#1",
        "a#b c|a#b c",
        "Főtanúsítvány|Főtanúsítvány",
      })
  void escapesWhatRfc4514Reserves(String value, String text) throws IOException {
    assertThat(common(value).rfc4514()).isEqualTo("CN=" + text);
  }

  @Test
  void escapesWhatATerminalWouldObey() throws IOException {
    assertThat(common("a\u001b[2J\u0000\n\u202ebc\u2028").rfc4514())
        .isEqualTo("CN=a\\1B[2J\\00\\0A\\E2\\80\\AEbc\\E2\\80\\A8");
  }

  @Test
  void writesUnknownTypesAndValuesThatAreNoText() throws IOException {
    assertThat(name(rdn("1.2.3.4", new DERUTF8String("x"))).rfc4514()).isEqualTo("1.2.3.4=x");
    assertThat(name(rdn(CN, new DERBitString(new byte[] {7}))).rfc4514()).isEqualTo("CN=#03020007");
    byte[] noUtf8 = name(rdn(CN, new DERUTF8String("xy"))).encoded();
    noUtf8[noUtf8.length - 1] = (byte) 0xff;
    assertThat(read(noUtf8).rfc4514()).isEqualTo("CN=#0c0278ff");
  }

  @Test
  void readsEveryStringType() throws IOException {
    assertThat(name(rdn(CN, new DERT61String("caf\u00e9"))).values(CN)).containsExactly("café");
    assertThat(name(rdn(CN, new DERBMPString("Ω"))).values(CN)).containsExactly("Ω");
    assertThat(name(rdn(CN, new DERUniversalString(new byte[] {0, 1, (byte) 0xf6, 0}))).values(CN))
        .containsExactly("\ud83d\ude00");
  }

  @Test
  void matchesWithoutCaseAndAmountOfSpace() throws IOException {
    var one =
        name(rdn(O, new DERPrintableString("  Example  CA ")), rdn(CN, new DERUTF8String("É")));
    var other = name(rdn(O, new DERUTF8String("EXAMPLE ca")), rdn(CN, new DERBMPString("é")));

    assertThat(one.matches(other)).isTrue();
    assertThat(one.normalized()).isEqualTo(other.normalized());
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void ignoresTheOrderWithinARelativeNameOnly() throws IOException {
    var a = attribute(CN, new DERUTF8String("a"));
    var o = attribute(O, new DERUTF8String("o"));
    byte[] unsorted =
        new org.bouncycastle.asn1.DLSequence(
                new org.bouncycastle.asn1.DLSet(new ASN1Encodable[] {o, a}))
            .getEncoded();

    assertThat(read(unsorted).matches(name(new DERSet(new ASN1Encodable[] {a, o})))).isTrue();
    assertThat(name(new DERSet(a), new DERSet(o)).matches(name(new DERSet(o), new DERSet(a))))
        .isFalse();
  }

  @Test
  void keepsNamesApartThatReadAlike() throws IOException {
    var two = name(rdn(CN, new DERUTF8String("a")), rdn(CN, new DERUTF8String("b")));

    assertThat(common("a,2.5.4.3=1:b").matches(two)).isFalse();
    assertThat(common("a+2.5.4.3=1:b").matches(two)).isFalse();
    assertThat(common("#0c0161").matches(name(rdn(CN, new DERBitString(new byte[0]))))).isFalse();
    assertThat(common("a").matches(name(rdn(O, new DERUTF8String("a"))))).isFalse();
    assertThat(common("example ca").matches(common("exampleca"))).isFalse();
  }

  @Test
  void startsWithItsFirstRelativeNames() throws IOException {
    var base = name(rdn(C, new DERPrintableString("us")), rdn(O, new DERUTF8String("example")));
    var name =
        name(
            rdn(C, new DERPrintableString("US")),
            rdn(O, new DERUTF8String("Example")),
            rdn(CN, new DERUTF8String("a")));

    assertThat(name.startsWith(base)).isTrue();
    assertThat(name.startsWith(name)).isTrue();
    assertThat(base.startsWith(name)).isFalse();
    assertThat(name.startsWith(common("a"))).isFalse();
    assertThat(name.startsWith(name())).isTrue();
    assertThat(name().isEmpty()).isTrue();
    assertThat(name().rfc4514()).isEmpty();
  }

  @Test
  void refusesAnEmptyRelativeName() {
    assertThatThrownBy(() -> name(new DERSet()))
        .isInstanceOf(DerException.class)
        .hasMessage("an attribute of a name is missing");
  }

  @Test
  void hasTheKeyOfEveryNameThatMatches() throws IOException {
    var plain = common("Kelvin Example CA");

    for (var value :
        List.of(
            new DERPrintableString("KELVIN EXAMPLE CA"),
            new DERT61String(" kelvin\texample  ca "),
            new DERBMPString("Kelvin Example CA"),
            new DERUTF8String("\u212aelvin Example CA"),
            new DERUTF8String("Kelvin\u00a0Example\u3000CA"),
            new DERUTF8String("\uff2belvin \uff25xample CA"))) {
      var same = name(rdn(CN, value));

      assertThat(same.matches(plain)).as(same.rfc4514()).isTrue();
      assertThat(same.key()).as(same.rfc4514()).isEqualTo(plain.key());
    }
    assertThat(common("Kelvin Example CB").key()).isNotEqualTo(plain.key());
    assertThat(name().key()).isEqualTo(name().key()).isNotEqualTo(plain.key());
  }

  private static DistinguishedName common(String value) throws IOException {
    return name(rdn(CN, new DERUTF8String(value)));
  }

  private static DERSet rdn(String oid, ASN1Encodable value) {
    return new DERSet(attribute(oid, value));
  }

  private static DERSequence attribute(String oid, ASN1Encodable value) {
    return new DERSequence(new ASN1Encodable[] {new ASN1ObjectIdentifier(oid), value});
  }

  private static DistinguishedName name(ASN1Encodable... rdns) throws IOException {
    return read(new DERSequence(rdns).getEncoded());
  }

  private static DistinguishedName read(byte[] encoded) {
    return DistinguishedName.read(DerCursor.only(encoded, "name"));
  }
}
