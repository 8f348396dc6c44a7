package dev.ringfence.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Acme 7                      | Acme 7
          Acme sip:alice@example.com  | Acme *
          Acme alice@example.com x    | Acme * x
          Acme tel:+15551234          | Acme *
          Acme 00005e0053ac           | Acme *
          Acme (00-00-5E-00-53-AC)    | Acme (*)
          Acme 192.0.2.7              | Acme *
          Acme 2001:db8::7            | Acme *
          """)
  void withholdsUsersAndAddresses(String text, String expected) {
    assertThat(DeviceText.model(text)).isEqualTo(expected);
  }

  @Test
  void keepsVersionsThatLookLikeAddresses() {
    assertThat(DeviceText.firmware("66.86.0.15")).isEqualTo("66.86.0.15");
    assertThat(DeviceText.firmware("66.86.0.15 00005e0053ac")).isEqualTo("66.86.0.15 *");
  }

  @Test
  void isPrintableAndShort() {
    assertThat(DeviceText.model("a\u0000\u001b[31m\u202eb\nc")).isEqualTo("a [31m b c");
    assertThat(DeviceText.model("mod\u0099l\u2028c\ud800d\u00ad")).isEqualTo("mod l c d");
    assertThat(DeviceText.model("x".repeat(127) + "\ud83d\ude00")).hasSize(127);
  }
}
