package dev.ringfence.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValidityTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-12-31T23:59:59Z");

  private final Validity validity = new Validity(START, END);

  @Test
  void includesBothEnds() {
    assertThat(validity.contains(START)).isTrue();
    assertThat(validity.contains(END)).isTrue();
    assertThat(validity.contains(END.plusMillis(999))).isTrue();
  }

  @Test
  void endsWithTheFirstSecondAfterIt() {
    assertThat(validity.contains(END.plusSeconds(1))).isFalse();
    assertThat(validity.isExpiredAt(END)).isFalse();
    assertThat(validity.isExpiredAt(END.plusSeconds(1))).isTrue();
    assertThat(validity.isNotYetValidAt(START.minusMillis(1))).isTrue();
    assertThat(validity.isNotYetValidAt(START)).isFalse();
  }

  @Test
  void containsNothingIfItEndsBeforeItStarts() {
    var backwards = new Validity(END, START);

    assertThat(backwards.contains(START)).isFalse();
    assertThat(backwards.contains(END)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0x17, 260101000000Z,       2026-01-01T00:00:00Z",
    "0x17, 491231235959Z,       2049-12-31T23:59:59Z",
    "0x17, 500101000000Z,       1950-01-01T00:00:00Z",
    "0x17, 9912312359Z,         1999-12-31T23:59:00Z",
    "0x17, 970101020000+0200,   1997-01-01T00:00:00Z",
    "0x18, 20500101000000Z,     2050-01-01T00:00:00Z",
    "0x18, 99991231235959Z,     9999-12-31T23:59:59Z",
  })
  void readsBothForms(String tag, String text, Instant instant) {
    assertThat(TimeReader.read(time(tag, text), "notAfter")).isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource({
    "0x17, 20260101000000Z, notAfter is not written as YYMMDDHHMMSSZ",
    "0x18, 2601010000Z,     notAfter is not written as YYYYMMDDHHMMSSZ",
    "0x17, 260101000000,    notAfter is not written as YYMMDDHHMMSSZ",
    "0x17, 26010100000aZ,   notAfter is not written as YYMMDDHHMMSSZ",
    "0x17, 260230000000Z,   notAfter is a date that does not exist",
    "0x17, 260101246000Z,   notAfter is a date that does not exist",
    "0x17, 260101000000+9900, notAfter is a date that does not exist",
    "0x04, 260101000000Z,   'notAfter has the tag 0x04, expected 0x18'",
  })
  void refusesOtherForms(String tag, String text, String message) {
    assertThatThrownBy(() -> TimeReader.read(time(tag, text), "notAfter"))
        .isInstanceOf(DerException.class)
        .hasMessage(message);
  }

  private static DerValue time(String tag, String text) {
    byte[] content = text.getBytes(StandardCharsets.US_ASCII);
    byte[] encoded = new byte[content.length + 2];
    encoded[0] = (byte) (int) Integer.decode(tag);
    encoded[1] = (byte) content.length;
    System.arraycopy(content, 0, encoded, 2, content.length);
    return DerCursor.only(encoded, "notAfter");
  }
}
