package dev.ringfence.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DerValueTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0",
        "0.39",
        "1.2.840.113549.1.1.11",
        "2.5.29.17",
        "2.39",
        "2.40",
        "2.999.1",
        "1.3.6.1.4.1.9223372036854775807",
        "1.3.6.1.4.1.9223372036854775808",
        "2.25.329800735698586629295641978511506172918",
        "2.329800735698586629295641978511506172918.1"
      })
  void readsObjectIdentifiersOfAnySize(String oid) throws IOException {
    assertThat(value(new ASN1ObjectIdentifier(oid).getEncoded()).oid("x")).isEqualTo(oid);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0600", "060181", "06022a86"})
  void refusesObjectIdentifiersThatEndTooEarly(String hex) {
    assertThatThrownBy(() -> value(hex).oid("x"))
        .isInstanceOf(DerException.class)
        .hasMessage("x is not a valid OBJECT IDENTIFIER");
  }

  @ParameterizedTest
  @CsvSource({
    "03020780, '{0}'",
    "0303070080, '{8}'",
    "030205a0, '{0, 2}'",
    "030100, '{}'",
    "030204ff, '{0, 1, 2, 3}'",
  })
  void readsNamedBits(String hex, String bits) {
    assertThat(value(hex).bits("x")).hasToString(bits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0300", "030107", "03020880", "0302ff80"})
  void refusesBitStringsThatCannotBe(String hex) {
    assertThatThrownBy(() -> value(hex).bits("x"))
        .isInstanceOf(DerException.class)
        .hasMessage("x is not a valid BIT STRING");
  }

  @Test
  void countsUpToTheLargestInt() {
    assertThat(value("02047fffffff").count("x")).isEqualTo(Integer.MAX_VALUE);
    assertThat(value("02050080000000").count("x")).isEqualTo(Integer.MAX_VALUE);
    assertThatThrownBy(() -> value("0201ff").count("x"))
        .hasMessage("x is negative, expected 0 or more");
    assertThatThrownBy(() -> value("0200").count("x"))
        .hasMessage("x is an INTEGER without content");
  }

  @ParameterizedTest
  @CsvSource({
    "30, an ASN.1 value ends within its tag or length",
    "3082ff, an ASN.1 value ends within its tag or length",
    "3f, an ASN.1 value ends within its tag or length",
    "1f8080808080800000, an ASN.1 tag is longer than 5 bytes",
    "0480, a primitive ASN.1 value has no definite length",
    "308500ffffffff, 'an ASN.1 value announces more than 2 GiB of bytes, only 0 remain'",
    "3084ffffffff, 'an ASN.1 value announces more than 2 GiB of bytes, only 0 remain'",
    "30847fffffff, 'an ASN.1 value announces 2147483647 bytes, only 0 remain'",
  })
  void refusesHeadersThatCannotBe(String hex, String message) {
    assertThatThrownBy(() -> value(hex)).isInstanceOf(DerException.class).hasMessage(message);
  }

  @Test
  void takesWhatOpenSslTakesThoughItIsNotCanonical() {
    assertThat(value("3083000002" + "0500").contentLength()).isEqualTo(2);
    assertThat(value("010101").booleanValue("x")).isTrue();
    assertThat(value("0202ffff").integer("x")).isEqualTo(-1);
    assertThatThrownBy(() -> value("01020000").booleanValue("x"))
        .hasMessage("x is a BOOLEAN of 2 bytes, expected 1");
  }

  private static DerValue value(String hex) {
    return value(HexFormat.of().parseHex(hex));
  }

  private static DerValue value(byte[] encoded) {
    return DerCursor.only(encoded, "x");
  }
}
